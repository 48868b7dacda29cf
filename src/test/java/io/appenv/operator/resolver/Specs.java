package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.EffectiveStatus;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.NetworkFacts.Subnet;
import io.appenv.operator.model.NetworkFacts.Vpc;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.SubnetRole;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;

/** Environments as users write them, for the tests of this package and of the status. */
public final class Specs {

  public static final String PRODUCTION =
      """
      stage: Production
      aws: {region: ap-northeast-1}
      network: {vpc: {id: vpc-1}}
      tiers:
        - name: frontend
          image: shop/frontend:1
          resources: {cpu: "1", memory: 2Gi}
          accepts: [{from: LoadBalancer, ports: [80, 443]}]
          scaling: {min: 2, max: 6, cpuPercent: 70, requestsPerMinute: 1000}
        - name: backend
          image: shop/backend:1
          resources: {cpu: "2", memory: 4Gi}
          accepts: [{from: frontend, ports: [8000]}]
          uses: [database, cache]
          scaling: {min: 2, max: 8, cpuPercent: 70, memoryPercent: 80}
      database: {version: "17", instanceClass: db.t3.medium, storage: 100Gi}
      cache: {version: "7.1", nodeType: cache.t3.medium, nodes: 2}
      """;

  public static final String DEVELOPMENT =
      PRODUCTION
          .replace("stage: Production", "stage: Development")
          .replace("aws: {region: ap-northeast-1}\n", "")
          .replace("network: {vpc: {id: vpc-1}}\n", "");

  public static final NetworkFacts NETWORK =
      new NetworkFacts(
          List.of(
              new Vpc("vpc-1", Map.of("team", "shop"), List.of("10.20.0.0/16")),
              new Vpc("vpc-2", Map.of("team", "shop", "only", "two"), List.of())),
          List.of(
              subnet("subnet-a", "vpc-1", "ap-northeast-1a", Map.of(SubnetRole.PRIVATE.tag(), "1")),
              subnet("subnet-c", "vpc-1", "ap-northeast-1c", Map.of(SubnetRole.PRIVATE.tag(), "")),
              subnet("subnet-p", "vpc-1", "ap-northeast-1d", Map.of("public", "yes")),
              new Subnet(
                  "subnet-q",
                  "vpc-1",
                  "ap-northeast-1a",
                  Map.of(SubnetRole.PUBLIC.tag(), "1"),
                  List.of("10.20.8.0/24")),
              subnet("subnet-x", "vpc-2", "ap-northeast-1a", Map.of())));

  private Specs() {}

  private static Subnet subnet(String id, String vpc, String zone, Map<String, String> tags) {
    return new Subnet(id, vpc, zone, tags, List.of());
  }

  public static AppEnvironment environment(String yaml) {
    var environment = new AppEnvironment();
    environment.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace("shop")
            .withName("production")
            .withUid("0a1b2c3d-1111-2222-3333-444455556666")
            .withGeneration(1L)
            .build());
    environment.setSpec(Serialization.unmarshal(yaml, AppEnvironmentSpec.class));
    return environment;
  }

  /** The status of an environment of which nothing else is known. */
  static AppEnvironmentStatus describedAs(EffectiveStatus effective) {
    return new AppEnvironmentStatus(
        1L, List.of(), effective, List.of(), List.of(), null, null, null, List.of(), null, null,
        null, List.of(), null, List.of(), List.of(), List.of(), null, Map.of());
  }

  public static Resolution resolve(String yaml) {
    return new Resolver()
        .resolve(environment(yaml), "cluster-1", Sighting.present(NETWORK), CredentialIds.none());
  }
}
