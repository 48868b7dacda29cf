package io.appenv.operator.model;

import io.appenv.operator.model.ServicePicture.Buckets;
import io.appenv.operator.model.ServicePicture.Caches;
import io.appenv.operator.model.ServicePicture.Certificates;
import io.appenv.operator.model.ServicePicture.Databases;
import io.appenv.operator.model.ServicePicture.Networks;
import io.appenv.operator.model.ServicePicture.Publications;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything the sweeps saw in one region, one outcome for each listing. The maps are keyed by name
 * and complete: what is not in them did not exist when it was listed.
 */
public record RegionSnapshot(
    String region,
    Networks networks,
    Databases databases,
    Caches caches,
    Certificates certificates,
    Buckets buckets,
    Publications publications) {

  /** A region nobody has looked at. */
  public static RegionSnapshot unlisted(String region) {
    return new RegionSnapshot(
        region,
        Networks.unlisted(),
        Databases.unlisted(),
        Caches.unlisted(),
        Certificates.unlisted(),
        Buckets.unlisted(),
        Publications.unlisted());
  }

  /** The same with what a later sweep of a service saw. */
  public RegionSnapshot with(ServicePicture later) {
    return switch (later) {
      case Networks seen ->
          new RegionSnapshot(region, seen, databases, caches, certificates, buckets, publications);
      case Databases seen ->
          new RegionSnapshot(region, networks, seen, caches, certificates, buckets, publications);
      case Caches seen ->
          new RegionSnapshot(
              region, networks, databases, seen, certificates, buckets, publications);
      case Certificates seen ->
          new RegionSnapshot(region, networks, databases, caches, seen, buckets, publications);
      case Buckets seen ->
          new RegionSnapshot(region, networks, databases, caches, certificates, seen, publications);
      case Publications seen ->
          new RegionSnapshot(region, networks, databases, caches, certificates, buckets, seen);
    };
  }

  /** The same without what was seen of one service. */
  public RegionSnapshot without(Component part) {
    return switch (part) {
      case NETWORK -> with(Networks.unlisted());
      case DATABASE -> with(Databases.unlisted());
      case CACHE -> with(Caches.unlisted());
      case INGRESS -> with(Certificates.unlisted());
      case FILES -> with(Buckets.unlisted());
      case CONFIGURATION -> with(Publications.unlisted());
      case SPEC, WORKLOADS -> this;
    };
  }

  /**
   * As it is for whoever is concerned with these caches: what nobody looked for is unseen, and must
   * not pass for absent.
   */
  public RegionSnapshot asked(Set<String> named) {
    return new RegionSnapshot(
        region, networks, databases, caches.asked(named), certificates, buckets, publications);
  }

  /** The same for whoever asks this of certificates. */
  public RegionSnapshot asked(CertificateQuestions questions) {
    return new RegionSnapshot(
        region, networks, databases, caches, certificates.asked(questions), buckets, publications);
  }

  public Stream<ServicePicture> services() {
    return Stream.of(networks, databases, caches, certificates, buckets, publications);
  }

  /** When the oldest of what counts as seen of a part was read; empty where nothing was. */
  public Optional<Instant> seenAt(Component part) {
    return services()
        .filter(it -> it.part() == part)
        .flatMap(it -> it.listings().stream())
        .flatMap(it -> it.complete().stream())
        .map(Listing.Complete::at)
        .min(Comparator.naturalOrder());
  }

  /** Whether no sweep of this service has ended. */
  public boolean isUnlisted(Component part) {
    return services().filter(it -> it.part() == part).allMatch(ServicePicture::isUnlisted);
  }

  public Listing<NetworkFacts> network() {
    return networks.networks();
  }

  public Listing<List<RouteTable>> routes() {
    return networks.routes();
  }

  public Listing<Map<String, SecurityGroup>> securityGroups() {
    return networks.securityGroups();
  }

  public Listing<Map<String, DatabaseInstance>> databaseInstances() {
    return databases.instances();
  }

  public Listing<Map<String, SubnetGroup>> databaseSubnetGroups() {
    return databases.subnetGroups();
  }

  public Listing<Map<String, ParameterGroup>> parameterGroups() {
    return databases.parameterGroups();
  }

  public Listing<Map<String, DataSnapshot>> databaseSnapshots() {
    return databases.snapshots();
  }

  public Listing<EngineCatalog> engines() {
    return databases.engines();
  }

  public Listing<Map<String, ReplicationGroup>> replicationGroups() {
    return caches.groups();
  }

  public Listing<Map<String, SubnetGroup>> cacheSubnetGroups() {
    return caches.subnetGroups();
  }

  public Listing<Map<String, ParameterGroup>> cacheParameterGroups() {
    return caches.parameterGroups();
  }

  public Listing<Map<String, DataSnapshot>> cacheSnapshots() {
    return caches.snapshots();
  }

  /**
   * The listings that a part of an environment is planned on.
   *
   * @param withSnapshots final snapshots matter, or what a bucket holds, as when it is deleted
   */
  public List<Listing<?>> listings(Component component, boolean withSnapshots) {
    return switch (component) {
      case NETWORK -> List.of(network(), securityGroups());
      case DATABASE ->
          with(
              List.of(databaseInstances(), databaseSubnetGroups(), parameterGroups()),
              withSnapshots,
              databaseSnapshots());
      case CACHE ->
          with(
              List.of(replicationGroups(), cacheSubnetGroups(), cacheParameterGroups()),
              withSnapshots,
              cacheSnapshots());
      case INGRESS -> certificates.listings();
      case FILES -> with(List.of(buckets.buckets()), withSnapshots, buckets.contents());
      case CONFIGURATION -> publications.listings();
      case SPEC, WORKLOADS -> List.of();
    };
  }

  private static List<Listing<?>> with(
      List<Listing<?>> listings, boolean wanted, Listing<?> snapshots) {
    return wanted ? Stream.concat(listings.stream(), Stream.of(snapshots)).toList() : listings;
  }

  /** The same without pictures that are too old to vouch for. */
  public RegionSnapshot trustedSince(Instant moment) {
    return new RegionSnapshot(
        region,
        networks.trustedSince(moment),
        databases.trustedSince(moment),
        caches.trustedSince(moment),
        certificates.trustedSince(moment),
        buckets.trustedSince(moment),
        publications.trustedSince(moment));
  }
}
