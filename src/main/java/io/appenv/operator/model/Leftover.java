package io.appenv.operator.model;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Something in AWS of which the environment has a record, whether its spec names it still or not:
 * an earlier version gave other names, and what was announced may never have been made.
 *
 * @param state the word AWS has for it; empty of kinds that have none
 */
public record Leftover(String arn, Optional<String> state, Map<String, String> tags) {

  public Leftover {
    tags = Map.copyOf(tags);
  }

  /** Looks each of these, which the environment has a record of, up in what was listed. */
  public static Map<ResourceRef, Sighting<Leftover>> find(
      EnvironmentId environment, Collection<ResourceRef> recorded, RegionSnapshot region) {
    return recorded.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Function.identity(), ref -> look(environment, ref, region)));
  }

  private static Sighting<Leftover> look(
      EnvironmentId environment, ResourceRef ref, RegionSnapshot region) {
    var name = ref.name();
    return switch (ref.kind()) {
      case SECURITY_GROUP -> of(SecurityGroup.named(region.securityGroups(), name), Leftover::of);
      case DATABASE_SUBNET_GROUP -> look(region.databaseSubnetGroups(), name, Leftover::of);
      case DATABASE_PARAMETER_GROUP -> look(region.parameterGroups(), name, Leftover::of);
      case DATABASE_INSTANCE -> look(region.databaseInstances(), name, Leftover::of);
      case DATABASE_SNAPSHOT -> look(region.databaseSnapshots(), name, Leftover::of);
      case CACHE_SUBNET_GROUP -> look(region.cacheSubnetGroups(), name, Leftover::of);
      case CACHE_PARAMETER_GROUP -> look(region.cacheParameterGroups(), name, Leftover::of);
      case REPLICATION_GROUP -> look(region.replicationGroups(), name, Leftover::of);
      case CACHE_SNAPSHOT -> look(region.cacheSnapshots(), name, Leftover::of);
      case CERTIFICATE -> of(certificate(environment, region, name, _ -> true), Leftover::of);
      case DNS_RECORD ->
          of(
              certificate(environment, region, name, it -> it.made().isPresent()),
              Leftover::recordOf);
      case BUCKET -> look(region.buckets().buckets(), name, Leftover::of);
      case PARAMETER -> look(region.publications().parameters(), name, Leftover::of);
      case SECRET -> secret(Listing.look(region.publications().secrets(), name));
      case DEPLOYMENT, AUTOSCALER, NETWORK_POLICY, INGRESS -> Sighting.unseen();
    };
  }

  private static <T> Sighting<Leftover> look(
      Listing<Map<String, T>> listing, String name, Function<T, Leftover> reader) {
    return of(Listing.look(listing, name), reader);
  }

  private static <T> Sighting<Leftover> of(Sighting<T> sighting, Function<T, Leftover> reader) {
    return switch (sighting) {
      case Sighting.Unseen<T> _ -> Sighting.unseen();
      case Sighting.Absent<T> _ -> Sighting.absent();
      case Sighting.Present<T>(var found) -> Sighting.present(reader.apply(found));
    };
  }

  private static Leftover of(SecurityGroup group) {
    return new Leftover(group.arn(), Optional.empty(), group.tags());
  }

  /**
   * A certificate and its record are known by the host; others may have asked for one for the same,
   * and their tags tell.
   */
  private static Sighting<OwnCertificate> certificate(
      EnvironmentId environment,
      RegionSnapshot region,
      String host,
      Predicate<OwnCertificate> which) {
    return region
        .certificates()
        .own()
        .complete()
        .map(
            all ->
                all.value().values().stream()
                    .filter(it -> it.host().equals(host))
                    .filter(it -> Ownership.owns(environment, it.tags()))
                    .filter(which)
                    .findFirst()
                    .map(Sighting::present)
                    .orElseGet(Sighting::absent))
        .orElseGet(Sighting::unseen);
  }

  private static Leftover of(OwnCertificate certificate) {
    return new Leftover(
        certificate.arn(), Optional.of(certificate.certificate().status()), certificate.tags());
  }

  /** Route 53 has no word for a record that is there. */
  private static Leftover recordOf(OwnCertificate certificate) {
    return new Leftover(certificate.arn(), Optional.empty(), certificate.tags());
  }

  private static Leftover of(PublishedParameter parameter) {
    return new Leftover(parameter.arn(), Optional.empty(), parameter.tags());
  }

  /** One that can only be restored any more is gone. */
  private static Sighting<Leftover> secret(Sighting<PublishedSecret> seen) {
    return seen.found().filter(PublishedSecret::isDeleted).isPresent()
        ? Sighting.absent()
        : of(seen, it -> new Leftover(it.arn(), Optional.empty(), it.tags()));
  }

  private static Leftover of(Bucket bucket) {
    return new Leftover(bucket.arn(), Optional.empty(), bucket.tags());
  }

  private static Leftover of(SubnetGroup group) {
    return new Leftover(group.arn(), Optional.empty(), group.tags());
  }

  private static Leftover of(ParameterGroup group) {
    return new Leftover(group.arn(), Optional.empty(), group.tags());
  }

  private static Leftover of(DataSnapshot snapshot) {
    return new Leftover(snapshot.arn(), Optional.of(snapshot.status()), snapshot.tags());
  }

  private static Leftover of(DataStore store) {
    return new Leftover(store.arn(), Optional.of(store.status()), store.tags());
  }
}
