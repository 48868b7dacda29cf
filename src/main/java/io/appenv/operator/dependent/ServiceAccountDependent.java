package io.appenv.operator.dependent;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.workload.TierServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.stream.Stream;

/** A ServiceAccount for each tier. */
public class ServiceAccountDependent extends EnvironmentDependent<ServiceAccount> {

  public ServiceAccountDependent() {
    super(ServiceAccount.class);
  }

  @Override
  protected Stream<ServiceAccount> wanted(Blueprint blueprint) {
    return blueprint.desired().tiers().stream()
        .map(tier -> TierServiceAccount.build(blueprint, tier));
  }
}
