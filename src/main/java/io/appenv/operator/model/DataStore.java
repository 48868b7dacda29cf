package io.appenv.operator.model;

import java.util.Map;

/** What is known of every data store in AWS, of whatever service. */
public sealed interface DataStore permits DatabaseInstance, ReplicationGroup {

  String identifier();

  String arn();

  String status();

  Map<String, String> tags();
}
