package io.appenv.operator.golden;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.autoscaling.TierAutoscaler;
import io.appenv.operator.backend.incluster.InClusterServers;
import io.appenv.operator.ingress.EnvironmentIngress;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.workload.ConfigurationSecrets;
import io.appenv.operator.workload.ConnectionSecrets;
import io.appenv.operator.workload.TierDeployment;
import io.appenv.operator.workload.TierDisruptionBudget;
import io.appenv.operator.workload.TierNetworkPolicy;
import io.appenv.operator.workload.TierService;
import io.appenv.operator.workload.TierServiceAccount;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything an environment becomes in Kubernetes, as YAML by file name. */
final class DerivedObjects {

  private DerivedObjects() {}

  static Map<String, String> of(AppEnvironment environment) {
    var blueprint = Blueprints.connected(environment);
    var files = new TreeMap<String, String>();
    all(blueprint).forEach(object -> files.put(fileName(object), Serialization.asYaml(object)));
    return files;
  }

  private static Stream<HasMetadata> all(Blueprint blueprint) {
    return Stream.of(
            blueprint.desired().tiers().stream().flatMap(tier -> tier(blueprint, tier)),
            ConnectionSecrets.build(blueprint).stream(),
            ConfigurationSecrets.build(blueprint).stream(),
            EnvironmentIngress.build(blueprint).stream(),
            InClusterServers.statefulSets(blueprint),
            InClusterServers.services(blueprint),
            InClusterServers.networkPolicies(blueprint))
        .flatMap(objects -> objects);
  }

  private static Stream<HasMetadata> tier(Blueprint blueprint, DesiredTier tier) {
    Stream<Optional<? extends HasMetadata>> objects =
        Stream.of(
            Optional.of(TierDeployment.build(blueprint, tier)),
            Optional.of(TierServiceAccount.build(blueprint, tier)),
            Optional.of(TierAutoscaler.build(blueprint, tier)),
            TierService.build(blueprint, tier),
            TierDisruptionBudget.build(blueprint, tier),
            TierNetworkPolicy.build(blueprint, tier));
    return objects.flatMap(Optional::stream);
  }

  private static String fileName(HasMetadata object) {
    return "out-%s-%s.yaml"
        .formatted(object.getKind().toLowerCase(Locale.ROOT), object.getMetadata().getName());
  }
}
