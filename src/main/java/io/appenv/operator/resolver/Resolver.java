package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.EffectiveStatus;
import io.appenv.operator.api.v1alpha1.TierSpec;
import io.appenv.operator.model.ChosenNetwork;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.LoadBalancerPlace;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.Stage;
import io.appenv.operator.resolver.NetworkResolver.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From a stored environment and the facts of its region to what shall be. Pure. */
public final class Resolver {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final AppEnvironmentSpec EMPTY =
      new AppEnvironmentSpec(
          io.appenv.operator.api.v1alpha1.Stage.Development,
          null,
          null,
          List.of(),
          null,
          null,
          null,
          null,
          null);

  private final boolean servesMetrics;

  /** Of an operator that serves no metrics. */
  public Resolver() {
    this(false);
  }

  /**
   * @param servesMetrics whether the operator serves the number of requests to autoscalers
   */
  public Resolver(boolean servesMetrics) {
    this.servesMetrics = servesMetrics;
  }

  /**
   * Resolves a living environment.
   *
   * @param cluster identity of the Kubernetes cluster
   * @param network the VPCs and subnets of the environment's region; not looked at in Development
   * @param credentials UIDs of the credentials Secrets that exist
   */
  public Resolution resolve(
      AppEnvironment environment,
      String cluster,
      Sighting<NetworkFacts> network,
      CredentialIds credentials) {
    var unreadable = Unreadable.of(environment);
    if (unreadable.isPresent()) {
      return Resolution.unreadable(unreadable.get());
    }
    var problems = new Problems();
    var spec = spec(environment);
    var filled = SpecDefaults.fill(spec);
    checkWhole(problems, environment, filled);
    // Values are read once without a network, so that both kinds of mistake are reported together.
    var draft = build(problems, environment, cluster, filled, credentials, none());
    if (!problems.isEmpty()) {
      return new Resolution(
          Optional.empty(),
          problems.found(),
          Optional.empty(),
          Optional.empty(),
          Effective.notYet(filled, servesMetrics));
    }
    return switch (network(filled, network)) {
      case Outcome.NotFound missing ->
          remembered(environment, filled)
              .map(
                  known ->
                      resolved(
                          build(problems, environment, cluster, filled, credentials, known),
                          List.of(missing.failure()),
                          chosen(missing, filled),
                          filled,
                          known))
              .orElseGet(
                  () ->
                      new Resolution(
                          Optional.empty(),
                          List.of(missing.failure()),
                          chosen(missing, filled),
                          Optional.of(Effective.of(filled, none())),
                          Effective.notYet(filled, servesMetrics)));
      case Outcome.Found found ->
          resolved(
              draft.backend().isOnAws()
                  ? build(problems, environment, cluster, filled, credentials, found)
                  : draft,
              List.of(),
              chosen(found, filled),
              filled,
              found);
    };
  }

  private static Optional<ChosenNetwork> chosen(Outcome outcome, AppEnvironmentSpec spec) {
    var vpcId =
        switch (outcome) {
          case Outcome.Found found -> Optional.of(found.vpcId()).filter(id -> !id.isEmpty());
          case Outcome.NotFound missing -> missing.vpcId();
        };
    var subnets = outcome instanceof Outcome.Found found ? found.subnetIds() : Set.<String>of();
    return vpcId.map(id -> new ChosenNetwork(id, subnets, isLoadBalanced(spec)));
  }

  private static boolean isLoadBalanced(AppEnvironmentSpec spec) {
    return spec.tiers().stream().anyMatch(TierSpec::acceptsLoadBalancer);
  }

  private Resolution resolved(
      Desired desired,
      List<Failure> failures,
      Optional<ChosenNetwork> chosen,
      AppEnvironmentSpec filled,
      Outcome.Found network) {
    return new Resolution(
        Optional.of(desired),
        failures,
        chosen,
        Optional.of(Effective.of(filled, network)),
        Effective.notYet(filled, servesMetrics));
  }

  /**
   * The network as it was found last. It is enough to keep the workloads as declared while the
   * network cannot be looked up; nothing may be put into it.
   */
  private static Optional<Outcome.Found> remembered(
      AppEnvironment environment, AppEnvironmentSpec spec) {
    return Optional.ofNullable(environment.getStatus())
        .flatMap(status -> Optional.ofNullable(status.effective()))
        .filter(former -> spec.aws() != null && spec.aws().region().equals(former.region()))
        .filter(former -> !former.subnetIds().isEmpty())
        .flatMap(
            former ->
                Optional.ofNullable(former.vpcId())
                    .map(
                        vpc ->
                            new Outcome.Found(
                                vpc, Set.copyOf(former.subnetIds()), loadBalancer(former))));
  }

  /** A status that an earlier version wrote does not tell. */
  private static LoadBalancerPlace loadBalancer(EffectiveStatus former) {
    return former.loadBalancerRanges().isEmpty()
        ? new LoadBalancerPlace.Unknown()
        : new LoadBalancerPlace.Subnets(former.loadBalancerRanges());
  }

  /**
   * Resolves an environment that is being deleted: names, policies and confirmation, without
   * subnets. It always succeeds, because neither a mistake in the spec nor a VPC that is gone may
   * keep an environment from being deleted. Only one that is {@link Unreadable} must not come here.
   */
  public Desired resolveForDeletion(AppEnvironment environment, String cluster) {
    var filled = SpecDefaults.fill(spec(environment));
    return build(new Problems(), environment, cluster, filled, CredentialIds.none(), none());
  }

  private static AppEnvironmentSpec spec(AppEnvironment environment) {
    return environment.getSpec() == null ? EMPTY : environment.getSpec();
  }

  private static Outcome.Found none() {
    return new Outcome.Found("", Set.of(), new LoadBalancerPlace.InCluster());
  }

  private static Outcome network(AppEnvironmentSpec spec, Sighting<NetworkFacts> facts) {
    return spec.aws() == null || spec.network() == null
        ? none()
        : NetworkResolver.resolve(spec.aws().region(), spec.network(), facts);
  }

  private static void checkWhole(
      Problems problems, AppEnvironment environment, AppEnvironmentSpec spec) {
    var name = environment.getMetadata().getName();
    problems.parsed(
        "metadata.name",
        name,
        "",
        text -> Optional.of(text).filter(it -> NAME.matcher(it).matches()),
        "create the environment anew under a name of at most 40 lower case letters, digits and"
            + " hyphens");
    problems.required("spec.stage", spec.stage(), "", "write Production, Staging or Development");
    PlaceRules.check(problems, spec, stage(spec));
    EnvironmentWindow.read(problems, spec.operations());
    new ReferenceRules(problems, spec, stage(spec)).check();
  }

  private Desired build(
      Problems problems,
      AppEnvironment environment,
      String cluster,
      AppEnvironmentSpec spec,
      CredentialIds credentials,
      Outcome.Found network) {
    var id = identity(environment, cluster);
    var stage = stage(spec);
    var placement =
        new Placement(id, stage, Placement.backend(stage, spec.aws()), network.subnetIds());
    var requests = new RequestResolver(problems, stage, servesMetrics);
    var tierResolver =
        new TierResolver(
            problems, id, stage, requests, new ConfigurationResolver(problems, spec, stage));
    var tiers = spec.tiers().stream().map(tierResolver::resolve).toList();
    var database =
        Optional.ofNullable(spec.database())
            .map(
                it ->
                    new DatabaseResolver(problems, placement).resolve(it, credentials.database()));
    var cache =
        Optional.ofNullable(spec.cache())
            .map(it -> new CacheResolver(problems, placement).resolve(it, credentials.cache()));
    var files =
        Optional.ofNullable(spec.files())
            .flatMap(it -> new FilesResolver(problems, placement).resolve(it));
    var ingress = ingress(problems, spec, id, stage);
    var peers = new PeerResolver(problems, spec).resolve();
    var operations = spec.operations();
    return new Desired(
        id,
        stage,
        placement.backend(),
        Optional.ofNullable(spec.aws()).map(aws -> aws.region()),
        Optional.of(network.vpcId()).filter(vpcId -> !vpcId.isEmpty()),
        network.loadBalancer(),
        tiers,
        database,
        cache,
        ingress,
        files,
        PublicationResolver.resolve(problems, spec, id, stage),
        placement.securityGroups(
            tiers, database, cache, ingress, peers, PeerResolver.clusterGroup(spec).isPresent()),
        PeerResolver.clusterGroup(spec),
        peers,
        operations != null && Boolean.TRUE.equals(operations.paused()),
        operations != null && id.name().equals(operations.confirmDeletion()));
  }

  private static Optional<DesiredIngress> ingress(
      Problems problems, AppEnvironmentSpec spec, EnvironmentId id, Stage stage) {
    var region = spec.aws() == null ? "" : orEmpty(spec.aws().region());
    return Optional.ofNullable(spec.network())
        .flatMap(network -> Optional.ofNullable(network.ingress()))
        .map(
            it ->
                new IngressResolver(
                        problems, id, stage, Placement.backend(stage, spec.aws()), region)
                    .resolve(it, spec.tiers()));
  }

  private static EnvironmentId identity(AppEnvironment environment, String cluster) {
    var metadata = environment.getMetadata();
    return new EnvironmentId(
        cluster,
        orEmpty(metadata.getNamespace()),
        orEmpty(metadata.getName()),
        orEmpty(metadata.getUid()));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Stage stage(AppEnvironmentSpec spec) {
    return switch (SpecDefaults.stage(spec)) {
      case Production -> Stage.PRODUCTION;
      case Staging -> Stage.STAGING;
      case Development -> Stage.DEVELOPMENT;
    };
  }
}
