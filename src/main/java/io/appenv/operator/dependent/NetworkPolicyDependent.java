package io.appenv.operator.dependent;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.backend.incluster.InClusterServers;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.workload.Labels;
import io.appenv.operator.workload.TierNetworkPolicy;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.dependent.Matcher;
import java.util.stream.Stream;

/** A NetworkPolicy for each tier, and for each data server in the cluster. */
public class NetworkPolicyDependent extends EnvironmentDependent<NetworkPolicy> {

  private static final String NOBODY = "{\"spec\":{\"ingress\":null}}";

  public NetworkPolicyDependent() {
    super(NetworkPolicy.class);
  }

  @Override
  protected Stream<NetworkPolicy> wanted(Blueprint blueprint) {
    return Stream.concat(tiers(blueprint), InClusterServers.networkPolicies(blueprint));
  }

  private static Stream<NetworkPolicy> tiers(Blueprint blueprint) {
    return blueprint.desired().tiers().stream()
        .flatMap(tier -> TierNetworkPolicy.build(blueprint, tier).stream());
  }

  @Override
  protected boolean isHeld(HasMetadata resource, Blueprint blueprint) {
    return super.isHeld(resource, blueprint) || isUndecided(resource, blueprint);
  }

  private static boolean isUndecided(HasMetadata resource, Blueprint blueprint) {
    return blueprint.desired().tiers().stream()
        .filter(tier -> TierNetworkPolicy.isUndecided(blueprint, tier))
        .anyMatch(tier -> Labels.tierOf(resource).filter(tier.name()::equals).isPresent());
  }

  @Override
  public Matcher.Result<NetworkPolicy> match(
      NetworkPolicy actual,
      NetworkPolicy desired,
      AppEnvironment environment,
      Context<AppEnvironment> context) {
    return isOpened(actual, desired)
        ? Matcher.Result.nonComputed(false)
        : super.match(actual, desired, environment, context);
  }

  /** What was added where nothing is applied would stay, as it is not the operator's field. */
  @Override
  public NetworkPolicy update(
      NetworkPolicy actual,
      NetworkPolicy desired,
      AppEnvironment environment,
      Context<AppEnvironment> context) {
    if (isOpened(actual, desired)) {
      context.getClient().resource(desired).patch(PatchContext.of(PatchType.JSON_MERGE), NOBODY);
    }
    return super.update(actual, desired, environment, context);
  }

  /** Whether somebody is let in where nobody shall be. */
  private static boolean isOpened(NetworkPolicy actual, NetworkPolicy desired) {
    return desired.getSpec().getIngress().isEmpty() && !actual.getSpec().getIngress().isEmpty();
  }
}
