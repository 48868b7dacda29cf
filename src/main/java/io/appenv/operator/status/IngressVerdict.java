package io.appenv.operator.status;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.status.Verdict.Weight;
import java.util.Optional;

/** Whether the environment is reached from outside as it is declared. */
final class IngressVerdict {

  private IngressVerdict() {}

  static Verdict of(StatusInput input) {
    var leading = Verdict.leading(input.failuresOf(Component.INGRESS));
    if (leading.isPresent()) {
      return Verdict.of(leading.get(), true);
    }
    if (input.deleting()) {
      return Verdict.no(Reason.DELETING, "It is deleted first.", Weight.UNDER_WAY);
    }
    return held(input).or(() -> declared(input)).orElseGet(IngressVerdict::unresolved);
  }

  private static Optional<Verdict> held(StatusInput input) {
    return input.actionsOf(Component.INGRESS).stream()
        .filter(PlannedAction::isHeld)
        .filter(_ -> !input.paused())
        .map(it -> HeldVerdict.of(input, it))
        .findFirst();
  }

  private static Optional<Verdict> declared(StatusInput input) {
    return input
        .desired()
        .flatMap(desired -> desired.ingress())
        .flatMap(ingress -> input.ingress().map(report -> of(ingress, report, input)));
  }

  private static Verdict unresolved() {
    return Verdict.unknown(Reason.OBSERVING, "It is looked at once the spec is resolved.");
  }

  private static Verdict of(DesiredIngress ingress, IngressReport report, StatusInput input) {
    var isServed = report.host().equals(Optional.of(ingress.host()));
    if (!isServed && report.finding().isPresent()) {
      return found(report.finding().get());
    }
    if (!isServed) {
      return input.paused()
          ? Verdict.no(
              Reason.PAUSED,
              "Nothing is changed while spec.operations.paused is true.",
              Weight.NONE)
          : Verdict.no(Reason.CREATING, "The Ingress is being made.", Weight.UNDER_WAY);
    }
    return ingress.balancer().isPresent() && report.address().isEmpty()
        ? Verdict.no(Reason.CREATING, making(input), Weight.UNDER_WAY)
        : report.finding().map(IngressVerdict::found).orElseGet(() -> served(ingress));
  }

  private static String making(StatusInput input) {
    return "The load balancer is being made; if that lasts, kubectl describe ingress %s tells why."
        .formatted(input.environment().getMetadata().getName());
  }

  private static Verdict found(NetworkFinding finding) {
    return Verdict.yes(finding.reason(), finding.message());
  }

  private static Verdict served(DesiredIngress ingress) {
    return Verdict.yes(
        Reason.AVAILABLE, "%s leads to tier %s.".formatted(ingress.endpoint(), ingress.tier()));
  }
}
