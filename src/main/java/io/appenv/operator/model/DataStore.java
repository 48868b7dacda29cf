package io.appenv.operator.model;

import java.util.List;
import java.util.Map;

/** What is known of every data store in AWS, of whatever service. */
public sealed interface DataStore permits DatabaseInstance, ReplicationGroup {

  String identifier();

  String arn();

  String status();

  /** Ids of those it carries; none where AWS has not told. */
  List<String> securityGroups();

  Map<String, String> tags();
}
