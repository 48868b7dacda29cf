package io.appenv.operator.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A manual snapshot of a database instance or a replication group.
 *
 * @param createdAt empty where AWS does not say
 * @param tags those that the listing tells
 */
public record DataSnapshot(
    String name,
    String arn,
    String status,
    String source,
    Optional<Instant> createdAt,
    Map<String, String> tags) {

  public DataSnapshot {
    tags = Map.copyOf(tags);
  }

  /** Of a service whose listing tells no more. */
  public DataSnapshot(String name, String arn, String status, String source) {
    this(name, arn, status, source, Optional.empty(), Map.of());
  }
}
