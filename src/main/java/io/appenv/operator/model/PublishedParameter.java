package io.appenv.operator.model;

import java.util.Map;

/** A parameter below the path of a cluster. */
public record PublishedParameter(String name, String arn, String value, Map<String, String> tags) {

  public PublishedParameter {
    tags = Map.copyOf(tags);
  }
}
