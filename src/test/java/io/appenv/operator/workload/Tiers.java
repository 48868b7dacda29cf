package io.appenv.operator.workload;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.golden.Blueprints;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.Connection;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.Endpoint;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Optional;
import java.util.Set;

/** An environment of one tier, for the tests of this package. */
final class Tiers {

  private static final String ENVIRONMENT =
      """
      apiVersion: appenv.io/v1alpha1
      kind: AppEnvironment
      metadata: {name: preview, namespace: shop, uid: 00000000-0000-4000-8000-000000000001}
      spec:
        stage: Development
        tiers:
          - name: backend
            image: registry.example.com/shop/backend:1.0.0
            resources: {cpu: 500m, memory: 1Gi}
            accepts: [{from: LoadBalancer, ports: [8000]}]
            uses: [database]
            scaling: {min: 2, max: 8, cpuPercent: 70}
            terminationGracePeriod: 8s
        database: {version: "17", instanceClass: db.t3.micro, storage: 20Gi}
      """;

  static final Blueprint BLUEPRINT =
      Blueprints.connected(Serialization.unmarshal(ENVIRONMENT, AppEnvironment.class));

  private Tiers() {}

  static DesiredTier backend() {
    return BLUEPRINT.desired().tiers().getFirst();
  }

  static Blueprint with(Connection connection) {
    return new Blueprint(
        BLUEPRINT.desired(), Optional.of(connection), Optional.empty(), Set.of("backend"));
  }

  static Connection connection(String host, String password, String credentialsUid) {
    return new Connection(
        new Endpoint(host, 5432),
        Optional.empty(),
        Optional.of("appenv"),
        Optional.of(password),
        Optional.of("app"),
        credentialsUid,
        true);
  }
}
