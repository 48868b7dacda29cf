package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.RegionSnapshot;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.resolver.CredentialIds;
import io.appenv.operator.resolver.Resolution;
import io.appenv.operator.resolver.Resolver;
import io.appenv.operator.status.StatusInput;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One pass over a living environment: resolve, data services, workloads, and what to say of it. */
@ApplicationScoped
class EnvironmentPass {

  private final ClusterIdentity cluster;
  private final Resolver resolver;
  private final DataServices dataServices;
  private final CredentialSecrets credentials;
  private final Connections connections;
  private final Workloads workloads;

  EnvironmentPass(
      ClusterIdentity cluster,
      Resolver resolver,
      DataServices dataServices,
      CredentialSecrets credentials,
      Connections connections,
      Workloads workloads) {
    this.cluster = cluster;
    this.resolver = resolver;
    this.dataServices = dataServices;
    this.credentials = credentials;
    this.connections = connections;
    this.workloads = workloads;
  }

  /** What a pass leaves: the facts for the status, and when to come back unasked. */
  record Result(StatusInput input, Optional<Duration> retryAfter) {}

  Result run(AppEnvironment environment, Context<AppEnvironment> context, RegionView view) {
    var draft = resolve(environment, view, credentialIds(environment, context));
    if (draft.desired().isEmpty()) {
      return unresolved(environment, context, view, draft);
    }
    var resolution =
        draft.desired().orElseThrow().paused()
            ? draft
            : withCredentials(environment, context, view, draft);
    var desired = resolution.desired().orElseThrow();
    var data = data(environment, context, desired);
    var blueprint = blueprint(environment, context, desired, data);
    var failures = new ArrayList<Failure>(data.failures());
    if (!desired.paused()) {
      failures.addAll(workloads.reconcile(blueprint, context));
    }
    var input = input(environment, context, resolution, data, failures);
    return new Result(input, retryAfter(data, failures));
  }

  private Resolution resolve(AppEnvironment environment, RegionView view, CredentialIds ids) {
    Sighting<NetworkFacts> network =
        view.snapshot()
            .map(RegionSnapshot::network)
            .map(Sighting::present)
            .orElseGet(Sighting::unseen);
    return resolver.resolve(environment, cluster.get(), network, ids);
  }

  /** Passwords exist in the cluster before anything is created with them. */
  private Resolution withCredentials(
      AppEnvironment environment,
      Context<AppEnvironment> context,
      RegionView view,
      Resolution draft) {
    var desired = draft.desired().orElseThrow();
    var database =
        desired.database().map(_ -> credentials.ensure("database", environment, context));
    var cache = desired.cache().map(_ -> credentials.ensure("cache", environment, context));
    return resolve(
        environment,
        view,
        new CredentialIds(
            database.map(secret -> secret.getMetadata().getUid()),
            cache.map(secret -> secret.getMetadata().getUid())));
  }

  private CredentialIds credentialIds(AppEnvironment environment, Context<AppEnvironment> context) {
    return new CredentialIds(
        credentials
            .find("database", environment, context)
            .map(secret -> secret.getMetadata().getUid()),
        credentials
            .find("cache", environment, context)
            .map(secret -> secret.getMetadata().getUid()));
  }

  private DataOutcome data(
      AppEnvironment environment, Context<AppEnvironment> context, Desired desired) {
    return desired.backend() == DataBackend.AWS
        ? dataServices.apply(
            environment, context, desired, () -> passwords(environment, context, desired))
        : DataOutcome.none();
  }

  private DataPasswords passwords(
      AppEnvironment environment, Context<AppEnvironment> context, Desired desired) {
    return new DataPasswords(
        desired
            .database()
            .map(_ -> credentials.ensure("database", environment, context))
            .map(CredentialSecrets::password),
        desired
            .cache()
            .map(_ -> credentials.ensure("cache", environment, context))
            .map(CredentialSecrets::password));
  }

  private Blueprint blueprint(
      AppEnvironment environment,
      Context<AppEnvironment> context,
      Desired desired,
      DataOutcome data) {
    return new Blueprint(
        desired,
        connections.database(desired, data.observed(), environment, context),
        connections.cache(desired, data.observed(), environment, context),
        workloads.startedTiers(context));
  }

  private Result unresolved(
      AppEnvironment environment,
      Context<AppEnvironment> context,
      RegionView view,
      Resolution resolution) {
    Regions.of(environment)
        .ifPresent(
            region ->
                dataServices.awaitNetwork(
                    region,
                    ResourceID.fromResource(environment),
                    view.snapshot().map(RegionSnapshot::network)));
    List<Failure> failures =
        Stream.concat(resolution.failures().stream(), view.failure().stream()).toList();
    return new Result(
        input(environment, context, resolution, DataOutcome.none(), failures), Optional.empty());
  }

  private StatusInput input(
      AppEnvironment environment,
      Context<AppEnvironment> context,
      Resolution resolution,
      DataOutcome data,
      List<Failure> failures) {
    return new StatusInput(
        environment,
        resolution.desired(),
        data.observed(),
        data.plan(),
        Stream.concat(resolution.failures().stream(), failures.stream()).distinct().toList(),
        workloads.tiers(resolution.desired(), context),
        workloads.inClusterDatabase(resolution.desired(), context),
        workloads.inClusterCache(resolution.desired(), context),
        resolution.effective(),
        resolution.notEffective(),
        false);
  }

  private static Optional<Duration> retryAfter(DataOutcome data, List<Failure> failures) {
    // Kubernetes errors that are not thrown come from refused objects: quota, admission, conflict.
    var refused = failures.size() > data.failures().size();
    return refused ? Optional.of(Workloads.RETRY) : data.retryAfter();
  }
}
