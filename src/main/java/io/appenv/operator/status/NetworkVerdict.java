package io.appenv.operator.status;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.NetworkFinding;
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
    return actions.isEmpty() ? usable(vpc, input) : PlannedVerdict.of(input, actions);
  }

  /** What is amiss keeps nothing from working, so it is told where the condition is true. */
  private static Verdict usable(String vpc, StatusInput input) {
    var reason =
        input.networkFindings().stream()
            .map(NetworkFinding::reason)
            .findFirst()
            .orElse(Reason.AVAILABLE);
    return Verdict.yes(
            reason,
            "VPC %s and its subnets were found%s."
                .formatted(vpc, PlannedVerdict.kept(input, Component.NETWORK)))
        .and(sentences(input));
  }

  private static List<String> sentences(StatusInput input) {
    return input.networkFindings().stream().map(NetworkFinding::message).toList();
  }
}
