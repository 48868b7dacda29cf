package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.cache.CacheAdoption;
import io.appenv.operator.database.DatabaseAdoption;
import io.appenv.operator.database.DatabaseReplacement;
import io.appenv.operator.model.Adoption;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.ChangeControl;
import io.appenv.operator.model.Configurations;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Governance;
import io.appenv.operator.model.Listing;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PublishedValues;
import io.appenv.operator.model.RegionSnapshot;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.resolver.ChangeControls;
import io.appenv.operator.resolver.CredentialIds;
import io.appenv.operator.resolver.Resolution;
import io.appenv.operator.resolver.Resolver;
import io.appenv.operator.scaling.Scaled;
import io.appenv.operator.status.IngressReport;
import io.appenv.operator.status.StatusInput;
import io.appenv.operator.status.TierReport;
import io.appenv.operator.workload.PublishedOutputs;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One pass over a living environment: resolve, data services, workloads, and what to say of it. */
@ApplicationScoped
class EnvironmentPass {

  private final ClusterIdentity cluster;
  private final Findings findings;
  private final Resolver resolver;
  private final DataServices dataServices;
  private final Intents intents;
  private final CredentialSecrets credentials;
  private final Connections connections;
  private final Workloads workloads;
  private final Ingresses ingresses;
  private final ActiveOverrides overrides;
  private final RequestFindings requests;
  private final ConfiguredTiers configurations;

  EnvironmentPass(
      ClusterIdentity cluster,
      Findings findings,
      Resolver resolver,
      DataServices dataServices,
      Intents intents,
      CredentialSecrets credentials,
      Connections connections,
      Workloads workloads,
      Ingresses ingresses,
      ActiveOverrides overrides,
      RequestFindings requests,
      ConfiguredTiers configurations) {
    this.cluster = cluster;
    this.findings = findings;
    this.resolver = resolver;
    this.dataServices = dataServices;
    this.intents = intents;
    this.credentials = credentials;
    this.connections = connections;
    this.workloads = workloads;
    this.ingresses = ingresses;
    this.overrides = overrides;
    this.requests = requests;
    this.configurations = configurations;
  }

  /** What a pass leaves: the facts for the status, and when to come back unasked. */
  record Result(StatusInput input, Optional<Duration> retryAfter) {}

  Result run(AppEnvironment environment, Context<AppEnvironment> context, RegionView view) {
    var found = credentials.find(environment, context);
    var scaled = overrides.of(environment, context);
    var draft = resolve(environment, view, found.ids(), scaled);
    if (draft.desired().isEmpty()) {
      return unresolved(environment, context, view, draft);
    }
    var wanted = draft.desired().orElseThrow();
    var held = wanted.paused() ? found : credentials.ensure(wanted, environment, context);
    var resolution = wanted.paused() ? draft : resolve(environment, view, held.ids(), scaled);
    var made = make(environment, context, resolution, held);
    return new Result(
        input(context, environment, view, resolution, made),
        ActiveOverrides.wake(retryAfter(made), scaled));
  }

  /**
   * What a pass did, and what was there when it ended.
   *
   * @param failures of data services and workloads
   * @param obstacles that nothing was tried against
   */
  private record Made(
      DataOutcome data,
      List<Failure> failures,
      List<TierReport> tiers,
      List<Failure> obstacles,
      Optional<IngressReport> ingress) {

    static Made nothing(List<Failure> failures) {
      return new Made(DataOutcome.none(), failures, List.of(), List.of(), Optional.empty());
    }

    List<Failure> told() {
      return Stream.concat(failures.stream(), obstacles.stream()).toList();
    }
  }

  private Made make(
      AppEnvironment environment,
      Context<AppEnvironment> context,
      Resolution resolution,
      Credentials held) {
    var desired = resolution.desired().orElseThrow();
    var unserved = PodGroupSupport.missing(desired, context.getClient());
    var configured = configurations.of(environment, desired, context);
    var drawn = draw(environment, context, resolution, held, configured.configurations());
    var seen = unserved.isEmpty() ? drawn : drawn.with(Withheld.of(drawn.plan()));
    var blueprint =
        blueprint(
            environment, context, desired, seen.observed(), held, configured.configurations());
    var governance = govern(environment, desired, seen, workloads.plan(blueprint, context));
    var data =
        onAws(desired)
            ? dataServices.execute(environment, resolution, seen, governance, held::passwords)
            : DataOutcome.none(governance);
    var refused =
        desired.paused()
            ? List.<Failure>of()
            : reconcileWorkloads(environment, blueprint, governance, context);
    var failures =
        Stream.of(data.failures(), refused, unserved.stream().toList())
            .flatMap(List::stream)
            .toList();
    var left = desired.paused() || !refused.isEmpty() ? data : data.withoutWorkloadsMade();
    var decision = ingresses.decide(environment, desired, seen.observed(), context);
    return new Made(
        left,
        failures,
        workloads.tiers(blueprint, context),
        Stream.concat(configured.failures().stream(), decision.obstacle().stream()).toList(),
        ingresses.report(environment, desired, decision, context));
  }

  private DataPlan draw(
      AppEnvironment environment,
      Context<AppEnvironment> context,
      Resolution resolution,
      Credentials held,
      Configurations configured) {
    var desired = resolution.desired().orElseThrow();
    if (!onAws(desired)) {
      return DataPlan.none();
    }
    return dataServices.plan(
        environment,
        resolution,
        observed -> {
          Supplier<Blueprint> blueprint =
              () -> blueprint(environment, context, desired, observed, held, configured);
          return workloads
              .use(desired, observed, blueprint, context)
              .with(ingresses.use(environment, desired, context))
              .publishing(outputs(environment, context, desired, blueprint));
        });
  }

  /** Only where something is published, as a blueprint has to be made for it. */
  private PublishedValues outputs(
      AppEnvironment environment,
      Context<AppEnvironment> context,
      Desired desired,
      Supplier<Blueprint> blueprint) {
    return desired
        .publication()
        .filter(it -> !it.isEmpty())
        .map(
            it ->
                PublishedOutputs.of(
                    blueprint.get(), it, credentials.configuration(desired, environment, context)))
        .orElseGet(PublishedValues::none);
  }

  private Resolution resolve(
      AppEnvironment environment, RegionView view, CredentialIds ids, Scaled scaled) {
    Sighting<NetworkFacts> network =
        view.snapshot().map(RegionSnapshot::network).map(Listing::seen).orElseGet(Sighting::unseen);
    return resolver
        .resolve(scaled.of(environment), cluster.get(), network, ids)
        .with(scaled::of, scaled::of);
  }

  private static boolean onAws(Desired desired) {
    return desired.backend().isOnAws();
  }

  /** One plan of all parts, so that one approval is enough. In Development nobody is asked. */
  private Governance govern(
      AppEnvironment environment, Desired desired, DataPlan draft, Plan tiers) {
    var control = onAws(desired) ? ChangeControls.of(environment) : ChangeControl.auto();
    return dataServices.govern(environment, control, draft.plan().and(tiers));
  }

  /** Of a plan that is approved and half done, the rest must still be known as approved. */
  private List<Failure> reconcileWorkloads(
      AppEnvironment environment,
      Blueprint blueprint,
      Governance governance,
      Context<AppEnvironment> context) {
    if (!governance.approvals().isEmpty()
        && governance.plan().actions().stream().anyMatch(DataOutcome::isMadeOfWorkloads)) {
      intents.announce(environment, governance.approvals());
    }
    return workloads.reconcile(
        blueprint.under(governance.plan(), Ingresses.host(context)), context);
  }

  private Blueprint blueprint(
      AppEnvironment environment,
      Context<AppEnvironment> context,
      Desired desired,
      Observed seen,
      Credentials held,
      Configurations configured) {
    var observed = seen.visibleTo(desired);
    return new Blueprint(
            desired,
            connections.database(desired, observed, held, environment, context),
            connections.cache(desired, observed, held, environment, context),
            workloads.startedTiers(context))
        .storing(connections.files(desired, observed, environment, context))
        .stopping(DatabaseReplacement.stoppedTiers(desired, seen))
        .closing(PodGroupSupport.groups(desired, observed, context))
        .configured(configured)
        .routed(ingresses.decide(environment, desired, seen, context).routing());
  }

  private Result unresolved(
      AppEnvironment environment,
      Context<AppEnvironment> context,
      RegionView view,
      Resolution resolution) {
    ingresses.note(environment, context);
    Regions.of(environment)
        .ifPresent(region -> dataServices.awaitNetwork(region, environment, view));
    List<Failure> failures =
        Stream.concat(
                resolution.failures().stream(),
                view.snapshot().flatMap(seen -> seen.network().failure()).stream())
            .toList();
    return new Result(
        input(context, environment, view, resolution, Made.nothing(failures)), Optional.empty());
  }

  private StatusInput input(
      Context<AppEnvironment> context,
      AppEnvironment environment,
      RegionView view,
      Resolution resolution,
      Made made) {
    var data = made.data();
    return new StatusInput(
        environment,
        resolution.desired(),
        data.observed(),
        data.leftovers(),
        data.plan(),
        data.approvals(),
        data.windowOpens(),
        Stream.concat(resolution.failures().stream(), made.told().stream()).distinct().toList(),
        made.tiers(),
        workloads.inClusterDatabase(resolution.desired(), context),
        workloads.inClusterCache(resolution.desired(), context),
        made.ingress(),
        resolution.effective(),
        resolution.notEffective(),
        findings.ofNetwork(resolution, view),
        findings.ofSizes(environment, resolution, view),
        resolution.desired().map(it -> requests.of(environment, it)).orElse(List.of()),
        resolution.desired().map(it -> adoptions(it, data.observed())).orElse(List.of()),
        data.drift(),
        false);
  }

  private static List<Adoption> adoptions(Desired desired, Observed observed) {
    return Stream.of(DatabaseAdoption.of(desired, observed), CacheAdoption.of(desired, observed))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Duration> retryAfter(Made made) {
    // Kubernetes errors that are not thrown come from refused objects: quota, admission, conflict.
    var refused = made.failures().size() > made.data().failures().size();
    return refused ? Optional.of(Workloads.RETRY) : made.data().retryAfter();
  }
}
