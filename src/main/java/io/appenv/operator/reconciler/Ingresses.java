package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.dependent.BalancerProtection;
import io.appenv.operator.ingress.EnvironmentIngress;
import io.appenv.operator.ingress.RoutingDecision;
import io.appenv.operator.ingress.RoutingFacts;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.IngressUse;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.OwnCertificate;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SecurityGroupRole;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.status.IngressReport;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The ways into environments from outside of the cluster, as a pass sees and decides them. */
@ApplicationScoped
class Ingresses {

  private final IngressClasses classes;
  private final HostClaims hosts;

  Ingresses(IngressClasses classes, HostClaims hosts) {
    this.classes = classes;
    this.hosts = hosts;
  }

  List<EventSource<?, AppEnvironment>> watch(EventSourceContext<AppEnvironment> context) {
    return List.of(classes.watch(context), hosts.watch(context));
  }

  /** What becomes of the Ingress in this pass. */
  RoutingDecision decide(
      AppEnvironment environment,
      Desired desired,
      Observed observed,
      Context<AppEnvironment> context) {
    var served = host(context);
    return RoutingDecision.of(
        desired.ingress(),
        new RoutingFacts(
            observed.certificate(),
            desired
                .ingress()
                .flatMap(it -> observed.certificates().current(desired.environment(), it.host()))
                .flatMap(OwnCertificate::record),
            classes.known(),
            isTaken(environment, desired, served),
            served,
            securityGroup(desired, observed)));
  }

  /** Where pods carry groups, nothing but the load balancer's own one gets through to them. */
  private static Optional<Sighting<String>> securityGroup(Desired desired, Observed observed) {
    return desired
        .clusterGroup()
        .map(
            _ ->
                observed
                    .securityGroups()
                    .idOf(desired, SecurityGroupRole.LOAD_BALANCER)
                    .map(Sighting::present)
                    .orElseGet(Sighting::unseen));
  }

  /** What certificates have to be there for. */
  IngressUse use(AppEnvironment environment, Desired desired, Context<AppEnvironment> context) {
    return new IngressUse(
        find(context).flatMap(EnvironmentIngress::certificate),
        isTaken(environment, desired, host(context)));
  }

  private boolean isTaken(AppEnvironment environment, Desired desired, Optional<String> served) {
    return desired
        .ingress()
        .map(DesiredIngress::host)
        .filter(host -> hosts.isTaken(environment, served, host))
        .isPresent();
  }

  /** To be called after the workflow: tells what there is now, and what others may have. */
  Optional<IngressReport> report(
      AppEnvironment environment,
      Desired desired,
      RoutingDecision decision,
      Context<AppEnvironment> context) {
    hosts.note(environment, host(context));
    return desired
        .ingress()
        .map(
            _ ->
                new IngressReport(
                    host(context),
                    find(context).flatMap(EnvironmentIngress::address),
                    decision.finding()));
  }

  /** Of an environment of which a pass decides nothing. */
  void note(AppEnvironment environment, Context<AppEnvironment> context) {
    hosts.note(environment, host(context));
  }

  static Optional<String> host(Context<AppEnvironment> context) {
    return find(context).flatMap(EnvironmentIngress::host);
  }

  /** The one that the environment has; one that is being deleted serves until it is gone. */
  static Optional<Ingress> find(Context<AppEnvironment> context) {
    return context.getSecondaryResourcesAsStream(Ingress.class).findFirst();
  }

  /** Deletes what is there, its load balancer with it; empty once it is gone. */
  static Optional<Failure> remove(Context<AppEnvironment> context) {
    var present = find(context);
    present
        .filter(ingress -> ingress.getMetadata().getDeletionTimestamp() == null)
        .ifPresent(
            ingress -> {
              BalancerProtection.lift(ingress, context.getClient());
              context.getClient().resource(ingress).delete();
            });
    return present.map(
        ingress ->
            new Failure.Waiting(
                Component.INGRESS,
                Reason.DELETING,
                "Waiting for the load balancer to be deleted; if that lasts, kubectl describe ingress %s tells why."
                    .formatted(ingress.getMetadata().getName())));
  }

  /** Of an environment that goes. */
  void forget(AppEnvironment environment) {
    hosts.release(environment);
  }
}
