package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;

/** Metadata of the objects of an environment, which all live in the environment's namespace. */
public final class Metadata {

  private Metadata() {}

  /** Metadata of an object of a tier. */
  public static ObjectMeta tier(Blueprint blueprint, DesiredTier tier) {
    return named(blueprint, tier.resourceName(), Labels.tier(environment(blueprint), tier));
  }

  public static ObjectMeta named(Blueprint blueprint, String name, Map<String, String> labels) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(blueprint.desired().environment().namespace())
        .withLabels(labels)
        .build();
  }

  /** The environment's name. */
  public static String environment(Blueprint blueprint) {
    return blueprint.desired().environment().name();
  }
}
