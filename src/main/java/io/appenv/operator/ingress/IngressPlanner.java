package io.appenv.operator.ingress;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.Interruption;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Routing;
import io.appenv.operator.model.Timing;
import io.appenv.operator.model.WorkloadAction;
import io.appenv.operator.model.WorkloadAction.Verb;
import io.appenv.operator.workload.Metadata;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.Optional;

/**
 * Plans what becomes of the way in from outside. Only what the manifest decides is a matter of
 * plans; drift is put right at once.
 */
public final class IngressPlanner {

  private IngressPlanner() {}

  /**
   * @param present the Ingress that is there
   */
  public static Plan plan(Blueprint blueprint, Optional<Ingress> present) {
    return Plan.of(action(blueprint, present).stream().toList());
  }

  private static Optional<PlannedAction> action(Blueprint blueprint, Optional<Ingress> present) {
    return switch (blueprint.routing()) {
      case Routing.Kept _ -> Optional.empty();
      case Routing.Closed _ -> present.map(ingress -> withdrawal(blueprint, ingress));
      case Routing.Balanced _, Routing.Plain _ ->
          present
              .map(ingress -> change(blueprint, ingress))
              .orElseGet(() -> Optional.of(exposure(blueprint)));
    };
  }

  private static PlannedAction exposure(Blueprint blueprint) {
    return PlannedAction.now(
        action(blueprint, Verb.EXPOSE), declared(blueprint) + " -> reached", ChangeClass.IN_PLACE);
  }

  private static PlannedAction withdrawal(Blueprint blueprint, Ingress present) {
    return new PlannedAction(
        action(blueprint, Verb.WITHDRAW),
        "nobody is to reach %s any more".formatted(EnvironmentIngress.host(present).orElse("it")),
        ChangeClass.DESTROY,
        Interruption.REMOVAL,
        Timing.NOW,
        Optional.empty());
  }

  private static Optional<PlannedAction> change(Blueprint blueprint, Ingress present) {
    var before = IngressMemory.of(present);
    var after = EnvironmentIngress.build(blueprint).map(IngressMemory::of).orElseThrow();
    return before.isEmpty() || before.equals(after)
        ? Optional.empty()
        : Optional.of(
            PlannedAction.now(
                action(blueprint, Verb.REROUTE),
                IngressMemory.difference(before, after),
                ChangeClass.IN_PLACE));
  }

  private static WorkloadAction action(Blueprint blueprint, Verb verb) {
    var tier = blueprint.desired().ingress().map(DesiredIngress::tier).orElse("");
    return new WorkloadAction(verb, tier, Metadata.environment(blueprint));
  }

  private static String declared(Blueprint blueprint) {
    return blueprint.desired().ingress().map(DesiredIngress::host).orElse("");
  }
}
