package io.appenv.operator.golden;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.backend.incluster.InClusterEndpoints;
import io.appenv.operator.configuration.Answer;
import io.appenv.operator.configuration.ConfigurationSource;
import io.appenv.operator.configuration.TierValues;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.Configurations;
import io.appenv.operator.model.Connection;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Endpoint;
import io.appenv.operator.model.FileStore;
import io.appenv.operator.model.LoadBalancerPlace;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.NetworkFacts.Subnet;
import io.appenv.operator.model.NetworkFacts.Vpc;
import io.appenv.operator.model.Routing;
import io.appenv.operator.model.SecretText;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.TierConfiguration;
import io.appenv.operator.resolver.CredentialIds;
import io.appenv.operator.resolver.Resolver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Blueprints of environments whose data services are up, with made-up addresses and passwords. */
public final class Blueprints {

  public static final String VPC = "vpc-0a1b2c3d4e5f67890";

  /** Of those that are asked for. */
  private static final String CERTIFICATE =
      "arn:aws:acm:ap-northeast-1:111122223333:certificate/asked-for";

  private static final NetworkFacts NETWORK =
      new NetworkFacts(
          List.of(new Vpc(VPC, Map.of(), List.of())),
          List.of(
              subnet("subnet-a", "ap-northeast-1a"),
              subnet("subnet-c", "ap-northeast-1c"),
              publicSubnet("subnet-d", "ap-northeast-1a", "10.20.0.0/24"),
              publicSubnet("subnet-e", "ap-northeast-1c", "10.20.1.0/24")));

  private static final SecretText KEY = new SecretText("key of the configuration");

  private Blueprints() {}

  public static Blueprint connected(AppEnvironment environment) {
    var desired = desired(environment);
    return new Blueprint(desired, database(desired), cache(desired), Set.of())
        .storing(
            desired.files().map(it -> new FileStore(it.bucket(), desired.region().orElseThrow())))
        .routed(routing(desired))
        .configured(configurations(desired));
  }

  /** Of values that the manifest and Secrets have. */
  private static Configurations configurations(Desired desired) {
    var current = new HashMap<String, TierConfiguration>();
    for (var tier : desired.tiers()) {
      if (TierValues.of(desired, tier, KEY, Blueprints::answer)
          instanceof TierValues.Outcome.Known(var known)) {
        current.put(tier.name(), known);
      }
    }
    return new Configurations(current, Map.of(), Map.of());
  }

  private static Answer answer(ConfigurationSource source) {
    return source instanceof ConfigurationSource.InCluster
        ? new Answer.Text(new SecretText("not-a-secret"))
        : new Answer.Unread();
  }

  /** As with a certificate that is issued, and with all controllers. */
  private static Routing routing(Desired desired) {
    return desired
        .ingress()
        .<Routing>map(
            ingress ->
                ingress.balancer().isPresent()
                    ? new Routing.Balanced(
                        "alb", ingress.certificateArn().orElse(CERTIFICATE), Optional.empty())
                    : new Routing.Plain())
        .orElseGet(Routing.Closed::new);
  }

  /** Before endpoints and credentials are known. */
  public static Blueprint unconnected(AppEnvironment environment) {
    return new Blueprint(desired(environment), Optional.empty(), Optional.empty(), Set.of());
  }

  /** The same, with load balancers elsewhere. */
  public static Blueprint with(Blueprint blueprint, LoadBalancerPlace place) {
    var desired = blueprint.desired();
    return new Blueprint(
        new Desired(
            desired.environment(),
            desired.stage(),
            desired.backend(),
            desired.region(),
            desired.vpcId(),
            place,
            desired.tiers(),
            desired.database(),
            desired.cache(),
            desired.ingress(),
            desired.paused(),
            desired.deletionConfirmed()),
        blueprint.database(),
        blueprint.cache(),
        blueprint.startedTiers());
  }

  private static Desired desired(AppEnvironment environment) {
    var resolution =
        new Resolver(true)
            .resolve(environment, "cluster", Sighting.present(NETWORK), CredentialIds.none());
    return resolution
        .desired()
        .orElseThrow(() -> new AssertionError(resolution.failures().toString()));
  }

  private static Optional<Connection> database(Desired desired) {
    return desired
        .database()
        .map(
            database ->
                new Connection(
                    desired.backend() == DataBackend.AWS
                        ? new Endpoint("database.example.com", 5432)
                        : InClusterEndpoints.of(desired, database),
                    Optional.empty(),
                    Optional.of(database.masterUsername()),
                    Optional.of("not-a-secret"),
                    Optional.of(database.databaseName()),
                    "uid-of-database-credentials",
                    desired.backend() == DataBackend.AWS));
  }

  private static Optional<Connection> cache(Desired desired) {
    return desired
        .cache()
        .map(
            cache ->
                new Connection(
                    desired.backend() == DataBackend.AWS
                        ? new Endpoint("primary.cache.example.com", 6379)
                        : InClusterEndpoints.of(desired, cache),
                    desired.backend() == DataBackend.AWS
                        ? Optional.of(new Endpoint("reader.cache.example.com", 6379))
                        : Optional.empty(),
                    Optional.empty(),
                    Optional.of("not-a-secret"),
                    Optional.empty(),
                    "uid-of-cache-credentials",
                    desired.backend() == DataBackend.AWS));
  }

  private static Subnet subnet(String id, String zone) {
    return new Subnet(id, VPC, zone, Map.of("kubernetes.io/role/internal-elb", "1"), List.of());
  }

  private static Subnet publicSubnet(String id, String zone, String range) {
    return new Subnet(id, VPC, zone, Map.of("kubernetes.io/role/elb", "1"), List.of(range));
  }
}
