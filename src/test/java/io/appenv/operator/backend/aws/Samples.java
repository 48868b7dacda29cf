package io.appenv.operator.backend.aws;

import io.appenv.operator.model.CacheParameters;
import io.appenv.operator.model.Custody;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.LoadBalancerPlace;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ReplacementTerms;
import io.appenv.operator.model.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The data services of the production environment, as the resolver wants them. */
final class Samples {

  static final EnvironmentId ENVIRONMENT =
      new EnvironmentId("cluster-1", "shop", "production", "uid-1");
  static final Map<String, String> TAGS = Ownership.tags(ENVIRONMENT);

  private Samples() {}

  static DesiredDatabase database(Set<String> subnets) {
    return database("appenv-shop-production", subnets);
  }

  static DesiredDatabase database(String identifier, Set<String> subnets) {
    return new DesiredDatabase(
        identifier,
        identifier + "-subnets",
        identifier + "-pg17",
        "postgres17",
        Map.of("rds.force_ssl", "1"),
        true,
        Optional.empty(),
        Optional.empty(),
        "17",
        "db.t3.medium",
        100,
        Optional.of(500),
        "gp3",
        Optional.empty(),
        true,
        Optional.empty(),
        7,
        "17:00-18:00",
        "sun:18:30-sun:19:30",
        true,
        "app",
        "appenv",
        subnets,
        DeletionPolicy.SNAPSHOT,
        identifier + "-final",
        identifier + "-before-17",
        new ReplacementTerms(false, identifier + "-former", identifier + "-replaced", 7),
        TAGS,
        Custody.own());
  }

  static DesiredCache cache(Set<String> subnets) {
    return cache("appenv-shop-production", subnets);
  }

  static DesiredCache cache(String identifier, Set<String> subnets) {
    return cache(identifier, subnets, "7.1", 1, TAGS);
  }

  /** An environment that has this cache and nothing else. */
  static Desired production(DesiredCache cache) {
    return new Desired(
        ENVIRONMENT,
        Stage.PRODUCTION,
        DataBackend.AWS,
        Optional.of("ap-northeast-1"),
        Optional.empty(),
        new LoadBalancerPlace.Subnets(List.of()),
        List.of(),
        Optional.empty(),
        Optional.of(cache),
        Optional.empty(),
        false,
        false);
  }

  static DesiredCache cacheOf(String version) {
    return cache("appenv-shop-production", Set.of("subnet-1"), version, 1, TAGS);
  }

  static DesiredCache cache(
      String identifier,
      Set<String> subnets,
      String version,
      int snapshotRetentionDays,
      Map<String, String> tags) {
    return cache(identifier, subnets, version, snapshotRetentionDays, tags, Optional.empty());
  }

  static DesiredCache cache(
      String identifier,
      Set<String> subnets,
      String version,
      int snapshotRetentionDays,
      Map<String, String> tags,
      Optional<Map<String, String>> parameters) {
    return new DesiredCache(
        identifier,
        identifier + "-cache",
        CacheParameters.of(identifier, version, parameters),
        version,
        "cache.t3.medium",
        2,
        snapshotRetentionDays,
        "17:00-18:00",
        "sun:18:30-sun:19:30",
        Optional.empty(),
        subnets,
        DeletionPolicy.SNAPSHOT,
        identifier + "-final",
        tags,
        Custody.own());
  }
}
