package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.backend.incluster.InClusterEndpoints;
import io.appenv.operator.backend.incluster.InClusterReadiness;
import io.appenv.operator.database.DatabaseReplacement;
import io.appenv.operator.dependent.BlueprintContext;
import io.appenv.operator.ingress.IngressPlanner;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.Connection;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.Endpoint;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.IngressUse;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PodUse;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.StoreAccess;
import io.appenv.operator.model.TransitEncryption;
import io.appenv.operator.release.RunningTiers;
import io.appenv.operator.release.TierPlanner;
import io.appenv.operator.status.DataReport;
import io.appenv.operator.status.TierReport;
import io.appenv.operator.workload.CompleteRollout;
import io.appenv.operator.workload.Labels;
import io.appenv.operator.workload.Revision;
import io.appenv.operator.workload.StoppedTiers;
import io.appenv.operator.workload.TierDeployment;
import io.appenv.operator.workload.TierHealth;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.javaoperatorsdk.operator.AggregatedOperatorException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The Kubernetes half of a pass: applies the blueprint and reads how its objects are doing. */
@ApplicationScoped
class Workloads {

  /** Pause before objects that Kubernetes refused are tried again. */
  static final Duration RETRY = Duration.ofSeconds(10);

  /** Applies what differs; returns what Kubernetes refused. */
  List<Failure> reconcile(Blueprint blueprint, Context<AppEnvironment> context) {
    BlueprintContext.put(context, blueprint);
    try {
      var result = context.managedWorkflowAndDependentResourceContext().reconcileManagedWorkflow();
      return failures(result.getErroredDependents().values());
    } catch (AggregatedOperatorException errors) {
      // The Quarkus extension (7.7.3) drops handleExceptionsInReconciler, so that the workflow
      // throws.
      return failures(errors.getAggregatedExceptions().values());
    }
  }

  private static List<Failure> failures(Collection<? extends Exception> errors) {
    return errors.stream().map(KubernetesFailures::of).distinct().toList();
  }

  /** Names of the tiers whose Deployment exists. */
  Set<String> startedTiers(Context<AppEnvironment> context) {
    return context
        .getSecondaryResourcesAsStream(Deployment.class)
        .flatMap(deployment -> Labels.tierOf(deployment).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What the blueprint changes of the tiers, and of the way in. */
  Plan plan(Blueprint blueprint, Context<AppEnvironment> context) {
    return TierPlanner.plan(
            blueprint,
            new RunningTiers(
                context.getSecondaryResourcesAsStream(Deployment.class).toList(),
                context.getSecondaryResourcesAsStream(HorizontalPodAutoscaler.class).toList(),
                context.getSecondaryResourcesAsStream(NetworkPolicy.class).toList()))
        .and(IngressPlanner.plan(blueprint, Ingresses.find(context)));
  }

  /** What the pods have to do with the data services, as far as it matters to a plan now. */
  PodUse use(
      Desired desired,
      Observed observed,
      Supplier<Blueprint> blueprint,
      Context<AppEnvironment> context) {
    return new PodUse(
        credentialsInUse(observed, blueprint, context),
        areGone(DatabaseReplacement.stoppedTiers(desired, observed), context),
        areGroupsCarried(desired, observed, blueprint, context),
        IngressUse.none());
  }

  /** Asked for only while a data store is to drop what lets other pods in. */
  private static boolean areGroupsCarried(
      Desired desired,
      Observed observed,
      Supplier<Blueprint> blueprint,
      Context<AppEnvironment> context) {
    return StoreAccess.waitsForPods(desired, observed)
        && areGroupsCarried(blueprint.get(), context);
  }

  private static boolean areGroupsCarried(Blueprint blueprint, Context<AppEnvironment> context) {
    return blueprint.carriesGroups()
        && CompleteRollout.of(
            blueprint,
            context.getSecondaryResourcesAsStream(Deployment.class).toList(),
            context.getSecondaryResourcesAsStream(Pod.class).toList());
  }

  /** Where nobody is stopped, as nearly always, no pod has to be looked at. */
  private static boolean areGone(Set<String> stopped, Context<AppEnvironment> context) {
    return stopped.isEmpty()
        || StoppedTiers.areGone(
            stopped,
            context.getSecondaryResourcesAsStream(Deployment.class).toList(),
            context.getSecondaryResourcesAsStream(Pod.class).toList());
  }

  /**
   * UIDs of the credentials Secrets that no pod is without. Asked for only while a cache takes two
   * tokens, or connections with and without TLS, as a blueprint has to be made for it.
   */
  private static Set<String> credentialsInUse(
      Observed observed, Supplier<Blueprint> blueprint, Context<AppEnvironment> context) {
    return observed
        .cache()
        .group()
        .found()
        .filter(Workloads::waitsForClients)
        .flatMap(_ -> credentialsInUse(blueprint.get(), context))
        .map(Set::of)
        .orElseGet(Set::of);
  }

  private static boolean waitsForClients(ReplicationGroup group) {
    return group.acceptsFormerToken() || group.access().transit() == TransitEncryption.PREFERRED;
  }

  private static Optional<String> credentialsInUse(
      Blueprint blueprint, Context<AppEnvironment> context) {
    var deployments = context.getSecondaryResourcesAsStream(Deployment.class).toList();
    var pods = context.getSecondaryResourcesAsStream(Pod.class).toList();
    return blueprint
        .cache()
        .map(Connection::credentialsUid)
        .filter(_ -> CompleteRollout.of(blueprint, deployments, pods));
  }

  /** How the tiers are doing, measured by what the blueprint wants of them. */
  List<TierReport> tiers(Blueprint blueprint, Context<AppEnvironment> context) {
    var deployments = context.getSecondaryResourcesAsStream(Deployment.class).toList();
    var pods = context.getSecondaryResourcesAsStream(Pod.class).toList();
    return blueprint.desired().tiers().stream()
        .map(tier -> health(tier, blueprint, of(tier, deployments), of(tier, pods)))
        .map(Workloads::report)
        .toList();
  }

  private static TierHealth health(
      DesiredTier tier, Blueprint blueprint, List<Deployment> deployments, List<Pod> pods) {
    var deployment = deployments.stream().findFirst();
    if (blueprint.stoppedTiers().contains(tier.name())) {
      return TierHealth.stopped(tier, deployment, pods);
    }
    var revision =
        Optional.of(tier)
            .filter(blueprint.runnableTiers()::contains)
            .flatMap(it -> Revision.of(TierDeployment.build(blueprint, it)));
    return TierHealth.of(tier, revision, deployment, pods);
  }

  private static <R extends HasMetadata> List<R> of(DesiredTier tier, List<R> objects) {
    return objects.stream()
        .filter(found -> Labels.tierOf(found).equals(Optional.of(tier.name())))
        .toList();
  }

  private static TierReport report(TierHealth health) {
    return new TierReport(
        health.tier(),
        health.desired(),
        health.ready(),
        health.updated(),
        state(health.state()),
        health.reason(),
        health.message());
  }

  private static TierReport.State state(TierHealth.State state) {
    return switch (state) {
      case NOT_STARTED -> TierReport.State.NOT_STARTED;
      case STOPPED -> TierReport.State.STOPPED;
      case OUTDATED -> TierReport.State.OUTDATED;
      case ROLLING_OUT -> TierReport.State.ROLLING_OUT;
      case AVAILABLE -> TierReport.State.AVAILABLE;
      case FAILED -> TierReport.State.FAILED;
    };
  }

  Optional<DataReport> inClusterDatabase(
      Optional<Desired> desired, Context<AppEnvironment> context) {
    return desired
        .filter(wanted -> wanted.backend() == DataBackend.IN_CLUSTER)
        .flatMap(
            wanted ->
                wanted
                    .database()
                    .map(
                        database ->
                            data(
                                database.identifier(),
                                InClusterEndpoints.of(wanted, database),
                                context)));
  }

  Optional<DataReport> inClusterCache(Optional<Desired> desired, Context<AppEnvironment> context) {
    return desired
        .filter(wanted -> wanted.backend() == DataBackend.IN_CLUSTER)
        .flatMap(
            wanted ->
                wanted
                    .cache()
                    .map(
                        cache ->
                            data(
                                cache.identifier(),
                                InClusterEndpoints.of(wanted, cache),
                                context)));
  }

  private static DataReport data(String name, Endpoint endpoint, Context<AppEnvironment> context) {
    var ready =
        context
            .getSecondaryResourcesAsStream(StatefulSet.class)
            .filter(server -> server.getMetadata().getName().equals(name))
            .anyMatch(InClusterReadiness::isReady);
    return new DataReport(
        ready,
        Optional.of(endpoint),
        ready
            ? Optional.empty()
            : Optional.of(
                "The pod of StatefulSet %s is not ready yet; see kubectl describe statefulset %s."
                    .formatted(name, name)));
  }
}
