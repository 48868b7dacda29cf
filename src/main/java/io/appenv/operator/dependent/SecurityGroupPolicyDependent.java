package io.appenv.operator.dependent;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.workload.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.stream.Stream;

/** A SecurityGroupPolicy for each tier whose pods carry security groups of their own. */
public class SecurityGroupPolicyDependent extends EnvironmentDependent<SecurityGroupPolicy> {

  public SecurityGroupPolicyDependent() {
    super(SecurityGroupPolicy.class);
  }

  @Override
  protected Stream<SecurityGroupPolicy> wanted(Blueprint blueprint) {
    return blueprint.desired().tiers().stream()
        .flatMap(tier -> TierSecurityGroupPolicy.build(blueprint, tier).stream());
  }

  /** While the group of a tier cannot be seen, its policy stays as it is. */
  @Override
  protected boolean isHeld(HasMetadata resource, Blueprint blueprint) {
    return super.isHeld(resource, blueprint)
        || Labels.tierOf(resource)
            .filter(
                tier -> blueprint.desired().tiers().stream().anyMatch(it -> it.name().equals(tier)))
            .filter(tier -> !blueprint.podGroups().ids().containsKey(tier))
            .isPresent();
  }
}
