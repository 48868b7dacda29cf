package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AcceptSpec;
import io.appenv.operator.api.v1alpha1.HealthSpec;
import io.appenv.operator.api.v1alpha1.IngressSpec;
import io.appenv.operator.api.v1alpha1.Stage;
import io.appenv.operator.api.v1alpha1.TierSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An ingress with every default written out. */
final class IngressDefaults {

  private IngressDefaults() {}

  static IngressSpec fill(IngressSpec spec, List<TierSpec> tiers, Stage stage) {
    var tier = tier(spec, tiers);
    if (stage == Stage.Development) {
      return new IngressSpec(
          spec.host(),
          tier.map(TierSpec::name).orElse(spec.tier()),
          spec.scheme(),
          spec.certificate(),
          spec.allowedCidrs(),
          spec.webAclArn(),
          spec.accessLogs(),
          spec.deletionProtection(),
          spec.idleTimeoutSeconds(),
          spec.healthCheckPath());
    }
    return new IngressSpec(
        spec.host(),
        tier.map(TierSpec::name).orElse(spec.tier()),
        spec.scheme() == null ? StageDefaults.INGRESS_SCHEME : spec.scheme(),
        spec.certificate(),
        spec.allowedCidrs(),
        spec.webAclArn(),
        spec.accessLogs(),
        spec.deletionProtection() == null
            ? Boolean.valueOf(StageDefaults.of(stage).protectedBalancer())
            : spec.deletionProtection(),
        spec.idleTimeoutSeconds() == null
            ? Integer.valueOf(StageDefaults.IDLE_TIMEOUT_SECONDS)
            : spec.idleTimeoutSeconds(),
        spec.healthCheckPath() == null ? healthCheckPath(tier) : spec.healthCheckPath());
  }

  private static String healthCheckPath(Optional<TierSpec> tier) {
    return tier.map(TierSpec::health)
        .map(HealthSpec::path)
        .filter(path -> !path.isEmpty())
        .orElse(StageDefaults.HEALTH_CHECK_PATH);
  }

  /** The tier it names, or else the only one that load balancers may connect to. */
  static Optional<TierSpec> tier(IngressSpec spec, List<TierSpec> tiers) {
    var open =
        tiers.stream()
            .filter(tier -> loadBalancer(tier).isPresent())
            .filter(tier -> spec.tier() == null || Objects.equals(spec.tier(), tier.name()))
            .toList();
    return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
  }

  static Optional<AcceptSpec> loadBalancer(@Nullable TierSpec tier) {
    return Optional.ofNullable(tier).stream()
        .flatMap(it -> it.accepts().stream())
        .filter(AcceptSpec::comesFromLoadBalancer)
        .filter(accept -> !accept.ports().isEmpty())
        .findFirst();
  }
}
