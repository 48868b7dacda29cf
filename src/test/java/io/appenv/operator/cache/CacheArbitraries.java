package io.appenv.operator.cache;

import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any cache that a user may declare and that one can be changed into another and back. */
final class CacheArbitraries {

  private CacheArbitraries() {}

  static Arbitrary<Desired> caches() {
    return Combinators.combine(sizes(), times(), endings())
        .as(
            (size, time, ending) -> {
              var example = new CacheExample();
              size.accept(example);
              time.accept(example);
              ending.accept(example);
              return example.desired();
            });
  }

  static Arbitrary<String> statusWords() {
    return Arbitraries.of(
        "available",
        "creating",
        "modifying",
        "deleting",
        "snapshotting",
        "create-failed",
        "incompatible-network",
        "restore-failed",
        "never-heard-of");
  }

  private interface Variation {
    void accept(CacheExample example);
  }

  private static Arbitrary<Variation> sizes() {
    return Combinators.combine(
            Arbitraries.of("cache.t3.medium", "cache.t3.small", "cache.m6g.large"),
            Arbitraries.integers().between(1, 6),
            Arbitraries.<Map<String, String>>of(
                Map.of(),
                Map.of("timeout", "30"),
                Map.of("timeout", "60", "maxmemory-policy", "allkeys-lru")))
        .as(
            (type, nodes, parameters) ->
                example -> {
                  example.parameters = Optional.of(parameters);
                  example.nodeType = type;
                  example.nodes = nodes;
                });
  }

  private static Arbitrary<Variation> times() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 35),
            Arbitraries.of("16:00-17:00", "01:00-02:00"),
            Arbitraries.of("sun:20:00-sun:21:00", "mon:03:00-mon:04:00"))
        .as(
            (days, daily, weekly) ->
                example -> {
                  example.snapshotRetentionDays = days;
                  example.snapshotWindow = daily;
                  example.maintenanceWindow = weekly;
                });
  }

  private static Arbitrary<Variation> endings() {
    return Combinators.combine(
            Arbitraries.of(Set.of("subnet-a", "subnet-b"), Set.of("subnet-b", "subnet-c")),
            Arbitraries.of("secret-1", "secret-2"),
            Arbitraries.of(DeletionPolicy.class),
            Arbitraries.of(true, false))
        .as(
            (subnets, secret, policy, confirmed) ->
                example -> {
                  example.subnetIds = subnets;
                  example.credentials = Optional.of(secret);
                  example.deletionPolicy = policy;
                  example.confirmed = confirmed;
                });
  }
}
