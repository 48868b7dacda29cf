package io.appenv.operator.ingress;

import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Routing;
import io.appenv.operator.model.Sighting;
import java.util.Optional;

/**
 * What becomes of the Ingress of an environment, and why it is not what was declared.
 *
 * @param obstacle what stands in the way
 * @param finding what is amiss, though it serves
 */
public record RoutingDecision(
    Routing routing, Optional<Failure> obstacle, Optional<NetworkFinding> finding) {

  private static final Failure NO_CONTROLLER =
      new Failure.Terminal(
          Component.INGRESS,
          Reason.INGRESS_CLASS_MISSING,
          "The cluster has no IngressClass of the AWS Load Balancer Controller; install that"
              + " controller.");

  private static final Failure NO_GROUP =
      new Failure.Waiting(
          Component.INGRESS,
          Reason.OBSERVING,
          "the security group of the load balancer is not there yet");

  public static RoutingDecision of(Optional<DesiredIngress> ingress, RoutingFacts facts) {
    return ingress.map(it -> of(it, facts)).orElseGet(() -> to(new Routing.Closed()));
  }

  private static RoutingDecision of(DesiredIngress ingress, RoutingFacts facts) {
    if (facts.hostTaken()) {
      return taken(ingress.host(), facts);
    }
    return ingress
        .balancer()
        .map(_ -> balanced(ingress, facts))
        .orElseGet(() -> plain(ingress, facts));
  }

  /** Of two that got it at the same time, the one that came second gives it up. */
  private static RoutingDecision taken(String host, RoutingFacts facts) {
    return new RoutingDecision(
        facts
            .present()
            .filter(it -> !it.equals(host))
            .<Routing>map(it -> new Routing.Kept(Optional.of(it)))
            .orElseGet(Routing.Closed::new),
        Optional.of(
            new Failure.Terminal(
                Component.INGRESS,
                Reason.HOST_IN_USE,
                "Another environment of this cluster has the host %s; write another in spec.network.ingress.host, or wait until that one has gone."
                    .formatted(host))),
        Optional.empty());
  }

  private static RoutingDecision balanced(DesiredIngress ingress, RoutingFacts facts) {
    var amiss = CertificateReview.of(ingress, facts);
    return amiss
        .map(it -> kept(facts, it))
        .or(() -> facts.classes().balancer().map(name -> balanced(ingress, name, facts)))
        .orElseGet(() -> kept(facts, NO_CONTROLLER));
  }

  private static RoutingDecision balanced(
      DesiredIngress ingress, String ingressClass, RoutingFacts facts) {
    if (facts.securityGroup().filter(it -> it.found().isEmpty()).isPresent()) {
      return kept(facts, NO_GROUP);
    }
    var arn = facts.certificate().found().map(Certificate::arn).orElseThrow();
    return new RoutingDecision(
        new Routing.Balanced(ingressClass, arn, facts.securityGroup().flatMap(Sighting::found)),
        Optional.empty(),
        CertificateReview.renewal(ingress, facts));
  }

  private static RoutingDecision plain(DesiredIngress ingress, RoutingFacts facts) {
    return facts.classes().hasUsual()
        ? to(new Routing.Plain())
        : new RoutingDecision(
            facts.present().isPresent() ? new Routing.Kept(facts.present()) : new Routing.Closed(),
            Optional.empty(),
            Optional.of(
                new NetworkFinding(
                    Reason.INGRESS_CLASS_MISSING,
                    "No IngressClass of the cluster is the usual one, so there is no Ingress: tier"
                        + " %s is reached by its Service only, on port %d."
                            .formatted(ingress.tier(), ingress.port()))));
  }

  private static RoutingDecision kept(RoutingFacts facts, Failure obstacle) {
    return new RoutingDecision(
        new Routing.Kept(facts.present()), Optional.of(obstacle), Optional.empty());
  }

  private static RoutingDecision to(Routing routing) {
    return new RoutingDecision(routing, Optional.empty(), Optional.empty());
  }
}
