package io.appenv.operator.reconciler;

import io.appenv.operator.backend.ack.AckResources;
import io.appenv.operator.backend.ack.AckRest;
import io.appenv.operator.backend.ack.AckWrites;
import io.appenv.operator.cache.CachePort;
import io.appenv.operator.database.DatabasePort;
import io.appenv.operator.files.FilesPort;
import io.appenv.operator.ingress.CertificatePort;
import io.appenv.operator.model.Action;
import io.appenv.operator.model.Bucket;
import io.appenv.operator.model.BucketContents;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.CertificateAction;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.EngineCatalog;
import io.appenv.operator.model.EngineQuestions;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.FileAction;
import io.appenv.operator.model.Listed;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.OwnCertificate;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.PublicationAction;
import io.appenv.operator.model.PublishedParameter;
import io.appenv.operator.model.PublishedSecret;
import io.appenv.operator.model.Receipt;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.RouteTable;
import io.appenv.operator.model.SecurityGroup;
import io.appenv.operator.model.SecurityGroupAction;
import io.appenv.operator.model.SubnetGroup;
import io.appenv.operator.network.NetworkPort;
import io.appenv.operator.publication.PublicationPort;
import io.appenv.operator.resolver.Specs;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** An empty region that refuses what a test says, and remembers what it was asked. */
final class ScriptedRegion {

  final Set<String> denied = ConcurrentHashMap.newKeySet();
  final Set<String> defective = ConcurrentHashMap.newKeySet();

  /** Names of what is there, and of which it does not tell whose it is. */
  final Map<String, Failure> refused = new ConcurrentHashMap<>();

  final List<String> asked = new CopyOnWriteArrayList<>();

  /** Listings that give no answer as long as they are in it, and those that wait in vain. */
  final Set<String> hanging = ConcurrentHashMap.newKeySet();

  final Set<String> hung = ConcurrentHashMap.newKeySet();
  volatile Set<String> named = Set.of();
  volatile boolean broken;

  RegionSweep sweep() {
    return new RegionSweep(
        new Databases(),
        new Caches(),
        new Networks(),
        new Certificates(),
        new Buckets(),
        new Publications(),
        () -> "cluster");
  }

  PlanExecutor executor() {
    var resources = new AckResources(new KubernetesClientBuilder().build());
    return new PlanExecutor(
        new Databases(),
        new Caches(),
        new Networks(),
        new Certificates(),
        new Buckets(),
        new Publications(),
        new AckWrites(resources, new AckRest(resources)));
  }

  private Receipt call(Action action) {
    var receipt = new Receipt(Optional.of("request-of-" + action.operation()));
    return answer(action.target().kind().component(), action.operation(), receipt);
  }

  private <T> T answer(Component part, String listing, T value) {
    asked.add(listing);
    if (hanging.contains(listing)) {
      hung.add(listing);
      Awaitility.await().forever().until(() -> !hanging.contains(listing));
      hung.remove(listing);
    }
    if (defective.contains(listing)) {
      throw new IllegalStateException("for a test");
    }
    if (broken) {
      throw new NoClassDefFoundError("for a test");
    }
    if (denied.contains(listing)) {
      throw new FailureException(Example.denied(part));
    }
    return value;
  }

  private final class Certificates implements CertificatePort {
    @Override
    public Listed<Certificate> read(String region, Set<String> arns) {
      return answer(Component.INGRESS, "certificates", Listed.of(Map.of()));
    }

    @Override
    public Listed<OwnCertificate> own(String region, Map<String, String> hosts) {
      return answer(Component.INGRESS, "own certificates", Listed.of(Map.of()));
    }

    @Override
    public Listed<String> zones(String region, Collection<String> ids) {
      return answer(Component.INGRESS, "zones", Listed.of(Map.of()));
    }

    @Override
    public Receipt execute(String region, CertificateAction action) {
      return call(action);
    }
  }

  private final class Buckets implements FilesPort {
    @Override
    public Listed<Bucket> buckets(String region) {
      return answer(Component.FILES, "buckets", new Listed<>(Map.of(), refused));
    }

    @Override
    public Listed<BucketContents> contents(String region, Set<String> buckets) {
      return answer(Component.FILES, "contents", Listed.of(Map.of()));
    }

    @Override
    public Receipt execute(String region, FileAction action) {
      return call(action);
    }
  }

  private final class Publications implements PublicationPort {
    @Override
    public Listed<PublishedParameter> parameters(String region, String path) {
      return answer(Component.CONFIGURATION, "published parameters", Listed.of(Map.of()));
    }

    @Override
    public Listed<PublishedSecret> secrets(String region, String path) {
      return answer(Component.CONFIGURATION, "published secrets", Listed.of(Map.of()));
    }

    @Override
    public Receipt execute(String region, PublicationAction action) {
      return call(action);
    }
  }

  private final class Networks implements NetworkPort {
    @Override
    public NetworkFacts list(String region) {
      return answer(Component.NETWORK, "networks", Specs.NETWORK);
    }

    @Override
    public List<RouteTable> routeTables(String region) {
      return answer(Component.NETWORK, "routes", List.of());
    }

    @Override
    public Map<String, SecurityGroup> securityGroups(String region) {
      return answer(Component.NETWORK, "security groups", Map.of());
    }

    @Override
    public Receipt execute(String region, SecurityGroupAction action) {
      return call(action);
    }
  }

  private final class Databases implements DatabasePort {
    @Override
    public Map<String, DatabaseInstance> instances(String region) {
      return answer(Component.DATABASE, "instances", Map.of());
    }

    @Override
    public Listed<SubnetGroup> subnetGroups(String region) {
      return answer(Component.DATABASE, "database subnets", new Listed<>(Map.of(), refused));
    }

    @Override
    public Listed<ParameterGroup> parameterGroups(String region) {
      return answer(Component.DATABASE, "parameters", new Listed<>(Map.of(), refused));
    }

    @Override
    public Map<String, DataSnapshot> snapshots(String region) {
      return answer(Component.DATABASE, "database snapshots", Map.of());
    }

    @Override
    public EngineCatalog engines(String region, EngineQuestions questions) {
      return answer(Component.DATABASE, "engines", EngineCatalog.empty());
    }

    @Override
    public Receipt execute(String region, DatabaseAction action, Optional<String> password) {
      return call(action);
    }
  }

  private final class Caches implements CachePort {
    @Override
    public Listed<ReplicationGroup> groups(String region, Set<String> caches, boolean thorough) {
      named = caches;
      return answer(Component.CACHE, "groups", new Listed<>(Map.of(), refused));
    }

    @Override
    public Listed<SubnetGroup> subnetGroups(String region) {
      return answer(Component.CACHE, "cache subnets", new Listed<>(Map.of(), refused));
    }

    @Override
    public Listed<ParameterGroup> parameterGroups(String region) {
      return answer(Component.CACHE, "cache parameters", new Listed<>(Map.of(), refused));
    }

    @Override
    public Map<String, DataSnapshot> snapshots(String region) {
      return answer(Component.CACHE, "cache snapshots", Map.of());
    }

    @Override
    public Receipt execute(String region, CacheAction action, Optional<String> token) {
      return call(action);
    }
  }
}
