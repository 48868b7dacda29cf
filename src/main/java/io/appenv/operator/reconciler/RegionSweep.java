package io.appenv.operator.reconciler;

import io.appenv.operator.cache.CachePort;
import io.appenv.operator.database.DatabasePort;
import io.appenv.operator.files.FilesPort;
import io.appenv.operator.ingress.CertificatePort;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DesiredPublication;
import io.appenv.operator.model.RegionSnapshot;
import io.appenv.operator.model.ServicePicture;
import io.appenv.operator.network.NetworkPort;
import io.appenv.operator.publication.PublicationPort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads the services of a region through the ports, each into a picture of its own. */
@ApplicationScoped
class RegionSweep {

  private final DatabasePort databases;
  private final CachePort caches;
  private final NetworkPort networks;
  private final CertificatePort certificates;
  private final FilesPort files;
  private final PublicationPort publications;
  private final Supplier<String> cluster;

  @Inject
  RegionSweep(
      DatabasePort databases,
      CachePort caches,
      NetworkPort networks,
      CertificatePort certificates,
      FilesPort files,
      PublicationPort publications,
      ClusterIdentity cluster) {
    this(databases, caches, networks, certificates, files, publications, cluster::get);
  }

  /**
   * @param cluster its identity
   */
  RegionSweep(
      DatabasePort databases,
      CachePort caches,
      NetworkPort networks,
      CertificatePort certificates,
      FilesPort files,
      PublicationPort publications,
      Supplier<String> cluster) {
    this.databases = databases;
    this.caches = caches;
    this.networks = networks;
    this.certificates = certificates;
    this.files = files;
    this.publications = publications;
    this.cluster = cluster;
  }

  /**
   * Lists what is in the scope. A listing that fails is recorded as such, and the others go on.
   *
   * @param part the one whose service is listed
   */
  ServicePicture read(Component part, RegionSnapshot before, SweepScope scope, Instant startedAt) {
    var look = new ServiceLook(part, scope.parts().contains(part), startedAt);
    return switch (part) {
      case NETWORK -> networks(before, scope, look, startedAt);
      case DATABASE -> databases(before, scope, look, startedAt);
      case CACHE -> caches(before, scope, look, startedAt);
      case INGRESS -> certificates(before, scope, look, startedAt);
      case FILES -> buckets(before, scope, look, startedAt);
      case CONFIGURATION -> publications(before, look, startedAt);
      case SPEC, WORKLOADS -> throw new IllegalArgumentException(part + " is nowhere in AWS");
    };
  }

  private ServicePicture networks(
      RegionSnapshot before, SweepScope scope, ServiceLook look, Instant startedAt) {
    var region = before.region();
    return new ServicePicture.Networks(
        startedAt,
        look.find(before.network(), scope.groups(), () -> networks.list(region)),
        look.find(before.routes(), scope.groups(), () -> networks.routeTables(region)),
        look.find(before.securityGroups(), scope.groups(), () -> networks.securityGroups(region)));
  }

  private ServicePicture databases(
      RegionSnapshot before, SweepScope scope, ServiceLook look, Instant startedAt) {
    var region = before.region();
    var groups = scope.groups();
    return new ServicePicture.Databases(
        startedAt,
        look.find(before.databaseInstances(), true, () -> databases.instances(region)),
        look.list(before.databaseSubnetGroups(), groups, () -> databases.subnetGroups(region)),
        look.list(before.parameterGroups(), groups, () -> databases.parameterGroups(region)),
        look.ifWanted(scope.snapshots())
            .find(before.databaseSnapshots(), true, () -> databases.snapshots(region)),
        look.ifWanted(!scope.engines().isEmpty())
            .find(
                before.engines(),
                scope.thorough() || !isAnswered(before, scope),
                () -> databases.engines(region, scope.engines())));
  }

  private ServicePicture caches(
      RegionSnapshot before, SweepScope scope, ServiceLook look, Instant startedAt) {
    var region = before.region();
    var groups = scope.groups();
    var listed =
        look.list(
            before.replicationGroups(), true, () -> caches.groups(region, scope.caches(), groups));
    return new ServicePicture.Caches(
        startedAt,
        listed,
        // What a listing that failed took over was not asked for more than it was before.
        listed.failure().isPresent() ? before.caches().named() : scope.caches(),
        look.list(before.cacheSubnetGroups(), groups, () -> caches.subnetGroups(region)),
        look.list(before.cacheParameterGroups(), groups, () -> caches.parameterGroups(region)),
        look.ifWanted(scope.snapshots())
            .find(before.cacheSnapshots(), true, () -> caches.snapshots(region)));
  }

  private ServicePicture certificates(
      RegionSnapshot before, SweepScope scope, ServiceLook look, Instant startedAt) {
    var region = before.region();
    var asked = scope.certificates();
    var former = before.certificates();
    var named =
        look.list(former.certificates(), true, () -> certificates.read(region, asked.arns()));
    var own = look.list(former.own(), true, () -> certificates.own(region, asked.hosts()));
    var zones = look.list(former.zones(), true, () -> certificates.zones(region, asked.zones()));
    var isComplete = Stream.of(named, own, zones).allMatch(listing -> listing.failure().isEmpty());
    return new ServicePicture.Certificates(
        startedAt, named, own, zones, isComplete ? asked : former.asked());
  }

  private ServicePicture buckets(
      RegionSnapshot before, SweepScope scope, ServiceLook look, Instant startedAt) {
    var region = before.region();
    var former = before.buckets();
    return new ServicePicture.Buckets(
        startedAt,
        look.list(former.buckets(), true, () -> files.buckets(region)),
        look.ifWanted(!scope.emptied().isEmpty())
            .list(former.contents(), true, () -> files.contents(region, scope.emptied())));
  }

  private ServicePicture publications(RegionSnapshot before, ServiceLook look, Instant startedAt) {
    var region = before.region();
    var path = DesiredPublication.pathOf(cluster.get());
    return new ServicePicture.Publications(
        startedAt,
        look.list(
            before.publications().parameters(), true, () -> publications.parameters(region, path)),
        look.list(before.publications().secrets(), true, () -> publications.secrets(region, path)));
  }

  private static boolean isAnswered(RegionSnapshot before, SweepScope scope) {
    return before
        .engines()
        .complete()
        .filter(known -> known.value().answers(scope.engines()))
        .isPresent();
  }
}
