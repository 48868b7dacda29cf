package io.appenv.operator.cache;

import io.appenv.operator.model.CacheParameters;
import io.appenv.operator.model.Custody;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.LoadBalancerPlace;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The cache of production, to be varied field by field. */
final class CacheExample {

  static final EnvironmentId ENVIRONMENT =
      new EnvironmentId("cluster-1", "shop", "production", "uid-1");
  static final String IDENTIFIER = "appenv-shop-production";
  static final String FINAL_SNAPSHOT = IDENTIFIER + "-final";

  String version = "7.1";
  Optional<Map<String, String>> parameters = Optional.empty();
  String nodeType = "cache.t3.medium";
  int nodes = 2;
  int snapshotRetentionDays = 1;
  String snapshotWindow = "16:00-17:00";
  String maintenanceWindow = "sun:20:00-sun:21:00";
  Set<String> subnetIds = Set.of("subnet-a", "subnet-b");
  DeletionPolicy deletionPolicy = DeletionPolicy.SNAPSHOT;
  Optional<String> credentials = Optional.of("secret-1");
  boolean confirmed;
  DataBackend backend = DataBackend.AWS;
  String identifier = IDENTIFIER;
  Custody custody = Custody.own();

  static Desired production() {
    return production(_ -> {});
  }

  static Desired production(Consumer<CacheExample> change) {
    var example = new CacheExample();
    change.accept(example);
    return example.desired();
  }

  static DesiredCache cache(Desired desired) {
    return desired.cache().orElseThrow();
  }

  Desired desired() {
    return new Desired(
        ENVIRONMENT,
        Stage.PRODUCTION,
        backend,
        Optional.of("ap-northeast-1"),
        Optional.of("vpc-1"),
        new LoadBalancerPlace.Subnets(List.of()),
        List.of(),
        Optional.empty(),
        Optional.of(cache()),
        Optional.empty(),
        false,
        confirmed);
  }

  private DesiredCache cache() {
    return new DesiredCache(
        identifier,
        IDENTIFIER,
        CacheParameters.of(IDENTIFIER, version, parameters),
        version,
        nodeType,
        nodes,
        snapshotRetentionDays,
        snapshotWindow,
        maintenanceWindow,
        Optional.empty(),
        subnetIds,
        deletionPolicy,
        FINAL_SNAPSHOT,
        tags(),
        custody);
  }

  private Map<String, String> tags() {
    var tags = new HashMap<>(Ownership.tags(ENVIRONMENT));
    credentials.ifPresent(uid -> tags.put(Ownership.CREDENTIALS, uid));
    return tags;
  }
}
