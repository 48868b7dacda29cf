package io.appenv.operator.model;

import java.util.Map;
import java.util.Optional;

/**
 * A secret below the path of a cluster, of which everything is known but its value.
 *
 * @param current id of the version that is valid
 * @param isDeleted it can be restored for some days
 */
public record PublishedSecret(
    String name,
    String arn,
    Optional<String> current,
    String description,
    boolean isDeleted,
    Map<String, String> tags) {

  public PublishedSecret {
    tags = Map.copyOf(tags);
  }
}
