package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Reason;
import io.appenv.operator.resolver.ChangeControls;
import io.appenv.operator.resolver.Resolver;
import io.appenv.operator.resolver.Unreadable;
import io.appenv.operator.status.StatusInput;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One pass over an environment that is going away: the way in and workloads, data, then groups. */
@ApplicationScoped
class DeletionPass {

  private static final Failure PAUSED =
      new Failure.Terminal(
          Component.SPEC,
          Reason.PAUSED,
          "spec.operations.paused is true, so nothing is deleted; write false to go on.");

  private static final Failure PLAN_ONLY =
      new Failure.Terminal(
          Component.SPEC,
          Reason.PLAN_ONLY,
          "spec.operations.changes is PlanOnly, so nothing is deleted; write another value to go"
              + " on.");

  private final ClusterIdentity cluster;
  private final Resolver resolver;
  private final DataServices dataServices;
  private final CredentialSecrets credentials;
  private final RetainedData retainedData;
  private final Ingresses ingresses;

  DeletionPass(
      ClusterIdentity cluster,
      Resolver resolver,
      DataServices dataServices,
      CredentialSecrets credentials,
      RetainedData retainedData,
      Ingresses ingresses) {
    this.cluster = cluster;
    this.resolver = resolver;
    this.dataServices = dataServices;
    this.credentials = credentials;
    this.retainedData = retainedData;
    this.ingresses = ingresses;
  }

  /** Done, or what to say while it is not. */
  sealed interface Result {
    record Done() implements Result {}

    record Unfinished(StatusInput input, Optional<Duration> retryAfter) implements Result {}
  }

  Result run(AppEnvironment environment, Context<AppEnvironment> context) {
    var unreadable = Unreadable.of(environment);
    if (unreadable.isPresent()) {
      return unfinished(
          environment, Optional.empty(), DataOutcome.none(), List.of(unreadable.get()));
    }
    var desired = resolver.resolveForDeletion(environment, cluster.get());
    if (desired.paused()) {
      return unfinished(environment, desired, DataOutcome.none(), List.of(PAUSED));
    }
    if (isPlanOnly(environment, desired)) {
      return unfinished(environment, desired, DataOutcome.none(), List.of(PLAN_ONLY));
    }
    var definition = Definition.obstacle(desired, context.getClient());
    if (definition.isPresent()) {
      return unfinished(environment, desired, DataOutcome.none(), List.of(definition.get()));
    }
    var inCluster =
        Stream.of(Ingresses.remove(context), WorkloadRemoval.proceed(context))
            .flatMap(Optional::stream)
            .toList();
    if (!inCluster.isEmpty()) {
      return unfinished(environment, desired, DataOutcome.none(), inCluster);
    }
    return desired.backend().isOnAws() && desired.region().isPresent()
        ? deleteOnAws(environment, context, desired)
        : deleteInCluster(environment, context, desired);
  }

  private static boolean isPlanOnly(AppEnvironment environment, Desired desired) {
    return desired.backend().isOnAws()
        && ChangeControls.of(environment).policy() == ChangePolicy.PLAN_ONLY;
  }

  private Result deleteOnAws(
      AppEnvironment environment, Context<AppEnvironment> context, Desired desired) {
    var outcome = dataServices.delete(environment, desired);
    if (!outcome.isSettled()) {
      return unfinished(environment, desired, outcome, outcome.failures());
    }
    return finish(environment, context, desired, outcome.observed());
  }

  private Result deleteInCluster(
      AppEnvironment environment, Context<AppEnvironment> context, Desired desired) {
    var unconfirmed = unconfirmed(desired);
    if (!unconfirmed.isEmpty()) {
      return unfinished(environment, desired, DataOutcome.none(), unconfirmed);
    }
    var volumes = VolumeRetention.proceed(desired, context);
    if (volumes.isPresent()) {
      return unfinished(environment, desired, DataOutcome.none(), List.of(volumes.get()));
    }
    return finish(environment, context, desired, Observed.unseen());
  }

  private static List<Failure> unconfirmed(Desired desired) {
    var destroys =
        desired.database().filter(it -> it.deletionPolicy() == DeletionPolicy.DELETE).isPresent()
            || desired
                .cache()
                .filter(it -> it.deletionPolicy() == DeletionPolicy.DELETE)
                .isPresent();
    return destroys && !desired.deletionConfirmed()
        ? List.of(
            new Failure.Terminal(
                Component.DATABASE,
                Reason.CONFIRMATION_MISSING,
                ("deletionPolicy Delete destroys data without a copy; to confirm, set"
                        + " spec.operations.confirmDeletion to \"%s\".")
                    .formatted(desired.environment().name())))
        : List.of();
  }

  private Result finish(
      AppEnvironment environment,
      Context<AppEnvironment> context,
      Desired desired,
      Observed observed) {
    retainedData.list(environment, desired, observed, context.getClient());
    if (desired.database().filter(it -> it.custody().leaves(it.deletionPolicy())).isPresent()) {
      credentials.disown("database", environment, context);
    }
    if (desired.cache().filter(it -> it.custody().leaves(it.deletionPolicy())).isPresent()) {
      credentials.disown("cache", environment, context);
    }
    dataServices.forget(ResourceID.fromResource(environment));
    ingresses.forget(environment);
    return new Result.Done();
  }

  private static Result unfinished(
      AppEnvironment environment, Desired desired, DataOutcome outcome, List<Failure> failures) {
    return unfinished(environment, Optional.of(desired), outcome, failures);
  }

  private static Result unfinished(
      AppEnvironment environment,
      Optional<Desired> desired,
      DataOutcome outcome,
      List<Failure> failures) {
    return new Result.Unfinished(
        new StatusInput(
            environment,
            desired,
            outcome.observed(),
            outcome.leftovers(),
            outcome.plan(),
            outcome.approvals(),
            outcome.windowOpens(),
            failures,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.ofNullable(environment.getStatus()).map(status -> status.effective()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            outcome.drift(),
            true),
        outcome.retryAfter());
  }
}
