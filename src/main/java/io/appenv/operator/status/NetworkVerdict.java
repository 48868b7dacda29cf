package io.appenv.operator.status;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.status.Verdict.Weight;
import java.util.List;

/** Whether the network that the spec names was found, and lets in whom it shall. */
final class NetworkVerdict {

  private NetworkVerdict() {}

  static Verdict of(StatusInput input) {
    var leading = Verdict.leading(input.failuresOf(Component.NETWORK));
    if (leading.isPresent()) {
      // With nothing to do, a failure can only be one of looking.
      var isActedOn = !input.actionsOf(Component.NETWORK).isEmpty();
      return Verdict.of(leading.get(), isActedOn).and(sentences(input));
    }
    if (input.deleting()) {
      return Verdict.no(Reason.DELETING, "It is not used any more.", Weight.UNDER_WAY);
    }
    return input
        .desired()
        .flatMap(Desired::vpcId)
        .map(vpc -> found(vpc, input))
        .orElseGet(
            () -> Verdict.unknown(Reason.OBSERVING, "It is looked up once the spec is resolved."));
  }

  private static Verdict found(String vpc, StatusInput input) {
    var actions = input.actionsOf(Component.NETWORK);
    return actions.isEmpty() ? usable(vpc, input) : planned(actions, input);
  }

  /** What is amiss keeps nothing from working, so it is told where the condition is true. */
  private static Verdict usable(String vpc, StatusInput input) {
    var reason =
        input.networkFindings().stream()
            .map(NetworkFinding::reason)
            .findFirst()
            .orElse(Reason.AVAILABLE);
    return Verdict.yes(reason, "VPC %s and its subnets were found%s.".formatted(vpc, kept(input)))
        .and(sentences(input));
  }

  private static String kept(StatusInput input) {
    var kept = input.keptDrift(Component.NETWORK);
    return kept.isEmpty()
        ? ""
        : "; what somebody changed is left so, as spec.operations.drift says: "
            + String.join(", ", kept);
  }

  private static Verdict planned(List<PlannedAction> actions, StatusInput input) {
    var next =
        actions.stream()
            .filter(PlannedAction::isCalledNow)
            .findFirst()
            .orElseGet(actions::getFirst);
    var text = HeldVerdict.text(next);
    if (input.paused()) {
      var paused = "Planned, but not done while spec.operations.paused is true: ";
      return Verdict.no(Reason.PAUSED, paused + text, Weight.NONE);
    }
    return next.isHeld()
        ? HeldVerdict.of(input, next)
        : Verdict.no(
            next.action().creates() ? Reason.CREATING : Reason.MODIFYING, text, Weight.UNDER_WAY);
  }

  private static List<String> sentences(StatusInput input) {
    return input.networkFindings().stream().map(NetworkFinding::message).toList();
  }
}
