package io.appenv.operator.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Origins of RDS instances: that of one the operator made, and what may be otherwise. */
public final class InstanceOrigins {

  private InstanceOrigins() {}

  /** As the operator makes one. */
  public static InstanceOrigin usual() {
    return keyed(Optional.empty());
  }

  /** The same of an instance with this key. */
  public static InstanceOrigin keyed(String arn) {
    return keyed(Optional.of(arn));
  }

  private static InstanceOrigin keyed(Optional<String> arn) {
    return new InstanceOrigin(
        "postgres",
        true,
        "vpc-1",
        "app",
        Optional.of("app"),
        false,
        false,
        arn,
        Optional.empty(),
        InstanceSurroundings.none());
  }

  public static InstanceOrigin unencrypted(InstanceOrigin origin) {
    return with(origin, false, Optional.empty(), origin.createdAt(), origin.surroundings());
  }

  public static InstanceOrigin createdAt(InstanceOrigin origin, Instant moment) {
    return with(
        origin, origin.encrypted(), origin.kmsKeyId(), Optional.of(moment), origin.surroundings());
  }

  public static InstanceOrigin followedBy(InstanceOrigin origin, String replica) {
    return with(
        origin,
        origin.encrypted(),
        origin.kmsKeyId(),
        origin.createdAt(),
        new InstanceSurroundings(List.of(), false, List.of(), List.of(replica)));
  }

  public static InstanceOrigin carrying(InstanceOrigin origin, List<String> securityGroups) {
    var before = origin.surroundings();
    return with(
        origin,
        origin.encrypted(),
        origin.kmsKeyId(),
        origin.createdAt(),
        new InstanceSurroundings(
            securityGroups, before.iamAuthentication(), before.exportedLogs(), before.replicas()));
  }

  private static InstanceOrigin with(
      InstanceOrigin origin,
      boolean encrypted,
      Optional<String> key,
      Optional<Instant> createdAt,
      InstanceSurroundings surroundings) {
    return new InstanceOrigin(
        origin.engine(),
        encrypted,
        origin.vpcId(),
        origin.masterUsername(),
        origin.databaseName(),
        origin.replica(),
        origin.passwordManagedByAws(),
        key,
        createdAt,
        surroundings);
  }
}
