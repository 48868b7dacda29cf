package io.appenv.operator.status;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.appenv.operator.status.Verdict.Weight;

/**
 * Whether what tiers read is known, all of it, and what the environment tells of itself is
 * published. Their pods go on with what they have meanwhile.
 */
final class ConfigurationVerdict {

  private ConfigurationVerdict() {}

  static Verdict of(StatusInput input) {
    var failures = input.failuresOf(Component.CONFIGURATION);
    var leading = Verdict.leading(failures);
    if (leading.isPresent()) {
      var first = Verdict.of(leading.get(), true);
      return first.and(
          failures.stream().filter(it -> !it.equals(leading.get())).map(Failure::message).toList());
    }
    if (input.deleting()) {
      return Verdict.no(Reason.DELETING, "It goes with the environment.", Weight.UNDER_WAY);
    }
    if (input.desired().isEmpty()) {
      return Verdict.unknown(Reason.OBSERVING, "It is read once the spec is resolved.");
    }
    return input.actionsOf(Component.CONFIGURATION).isEmpty()
        ? Verdict.yes(Reason.AVAILABLE, "All that the tiers read is known" + published(input))
        : PlannedVerdict.of(input, input.actionsOf(Component.CONFIGURATION));
  }

  private static String published(StatusInput input) {
    return input
        .desired()
        .flatMap(Desired::publication)
        .filter(it -> !it.isEmpty())
        .map(it -> ", and the outputs are published below %s.".formatted(it.path()))
        .orElse(".");
  }
}
