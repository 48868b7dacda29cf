package io.appenv.operator.status;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Reason;
import io.appenv.operator.status.Verdict.Weight;

/** Whether the network that the spec names was found. */
final class NetworkVerdict {

  private NetworkVerdict() {}

  static Verdict of(StatusInput input) {
    var leading = Verdict.leading(input.failuresOf(Component.NETWORK));
    if (leading.isPresent()) {
      // Nothing is written to a network, so what is tried again can only be looking for it.
      return Verdict.of(leading.get(), false);
    }
    if (input.deleting()) {
      return Verdict.no(Reason.DELETING, "It is not used any more.", Weight.UNDER_WAY);
    }
    return input
        .desired()
        .flatMap(Desired::vpcId)
        .map(vpc -> Verdict.yes(Reason.AVAILABLE, "VPC " + vpc + " and its subnets were found."))
        .orElseGet(
            () -> Verdict.unknown(Reason.OBSERVING, "It is looked up once the spec is resolved."));
  }
}
