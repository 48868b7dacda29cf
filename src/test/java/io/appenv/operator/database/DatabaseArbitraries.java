package io.appenv.operator.database;

import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any database that a user may declare and that one can be changed into another and back. */
final class DatabaseArbitraries {

  private static final List<String> STATUS_WORDS =
      List.of(
          "available",
          "creating",
          "modifying",
          "deleting",
          "backing-up",
          "storage-optimization",
          "storage-full",
          "stopped",
          "stopping",
          "starting",
          "rebooting",
          "failed",
          "incompatible-network",
          "incompatible-restore",
          "incompatible-parameters",
          "restore-error",
          "inaccessible-encryption-credentials",
          "upgrading",
          "maintenance",
          "never-heard-of");

  static Arbitrary<String> statusWords() {
    return Arbitraries.of(STATUS_WORDS);
  }

  private DatabaseArbitraries() {}

  static Arbitrary<Desired> databases() {
    return databases("17");
  }

  static Arbitrary<Desired> databases(String version) {
    return Combinators.combine(sizes(), times(), groups(), endings())
        .as(
            (size, time, group, ending) -> {
              var example = new DatabaseExample();
              example.version = version;
              size.accept(example);
              time.accept(example);
              group.accept(example);
              ending.accept(example);
              return example.desired();
            });
  }

  /** Any that is encrypted with this key. */
  static Arbitrary<Desired> keyed(String key, boolean replaces) {
    return Combinators.combine(sizes(), times(), groups(), endings())
        .as(
            (size, time, group, ending) -> {
              var example = new DatabaseExample();
              size.accept(example);
              time.accept(example);
              group.accept(example);
              ending.accept(example);
              example.kmsKeyId = Optional.of(key);
              example.replaces = replaces;
              return example.desired();
            });
  }

  private interface Variation {
    void accept(DatabaseExample example);
  }

  private static Arbitrary<Variation> sizes() {
    return Combinators.combine(
            Arbitraries.of("db.t3.medium", "db.t3.large", "db.m6g.xlarge"),
            volumes(),
            Arbitraries.of(true, false),
            Arbitraries.of(Optional.<Integer>empty(), Optional.of(500), Optional.of(700)))
        .as(
            (type, volume, standby, most) ->
                example -> {
                  example.maxStorageGib = most;
                  example.instanceClass = type;
                  volume.accept(example);
                  example.multiAz = standby;
                });
  }

  private static Arbitrary<Variation> volumes() {
    return Arbitraries.of(
        volume("gp2", Optional.empty()),
        volume("gp3", Optional.empty()),
        volume("io1", Optional.of(3_000)),
        volume("io2", Optional.of(3_000)),
        volume("io2", Optional.of(20_000)));
  }

  private static Variation volume(String type, Optional<Integer> iops) {
    return example -> {
      example.storageType = type;
      example.iops = iops;
    };
  }

  private static Arbitrary<Variation> times() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 35),
            Arbitraries.of("17:00-18:00", "01:00-02:00"),
            Arbitraries.of("sun:18:30-sun:19:30", "mon:03:00-mon:04:00"))
        .as(
            (days, daily, weekly) ->
                example -> {
                  example.backupRetentionDays = days;
                  example.backupWindow = daily;
                  example.maintenanceWindow = weekly;
                });
  }

  private static Arbitrary<Variation> groups() {
    return Combinators.combine(
            Arbitraries.of(
                Map.of("rds.force_ssl", "0"),
                Map.of("rds.force_ssl", "1"),
                Map.of("rds.force_ssl", "1", "work_mem", "65536"),
                Map.of("rds.force_ssl", "1", "max_connections", "200"),
                Map.of("rds.force_ssl", "1", "max_connections", "300", "log_statement", "ddl")),
            Arbitraries.of(Set.of("subnet-a", "subnet-b"), Set.of("subnet-b", "subnet-c")),
            Arbitraries.of("secret-1", "secret-2"),
            Arbitraries.of("rds-ca-rsa2048-g1", "rds-ca-ecc384-g1"),
            Arbitraries.of(Optional.<Integer>empty(), Optional.of(7), Optional.of(62)))
        .as(
            (parameters, subnets, secret, authority, insights) ->
                example -> {
                  example.parameters = parameters;
                  example.keepsOtherParameters = false;
                  example.caCertificate = Optional.of(authority);
                  example.performanceInsightsDays = insights;
                  example.subnetIds = subnets;
                  example.credentials = Optional.of(secret);
                });
  }

  private static Arbitrary<Variation> endings() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(DeletionPolicy.class),
            Arbitraries.of(true, false))
        .as(
            (guarded, policy, confirmed) ->
                example -> {
                  example.deletionProtection = guarded;
                  example.deletionPolicy = policy;
                  example.confirmed = confirmed;
                });
  }
}
