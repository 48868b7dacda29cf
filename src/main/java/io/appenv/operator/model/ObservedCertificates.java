package io.appenv.operator.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was seen of the certificates that an environment has asked for.
 *
 * @param own those with its tags, the best first, and others for the same hosts
 * @param zoneName of the hosted zone that the spec names
 */
public record ObservedCertificates(Sighting<List<OwnCertificate>> own, Sighting<String> zoneName) {

  private static final Comparator<OwnCertificate> BEST_FIRST =
      Comparator.comparing((OwnCertificate it) -> !it.certificate().isIssued())
          .thenComparing(it -> !it.isAlive())
          .thenComparing(OwnCertificate::arn);

  public static ObservedCertificates unseen() {
    return new ObservedCertificates(Sighting.unseen(), Sighting.unseen());
  }

  static ObservedCertificates of(Desired desired, RegionSnapshot region) {
    var listed =
        region
            .certificates()
            .own()
            .complete()
            .map(all -> concerning(desired, List.copyOf(all.value().values())));
    return new ObservedCertificates(
        listed.map(Sighting::present).orElseGet(Sighting::unseen),
        desired
            .ingress()
            .flatMap(DesiredIngress::managedCertificate)
            .flatMap(DesiredCertificate.Managed::hostedZone)
            .map(zone -> Listing.look(region.certificates().zones(), zone))
            .orElseGet(Sighting::unseen));
  }

  /** What others have asked for is no news, unless a record is shared with it. */
  private static List<OwnCertificate> concerning(Desired desired, List<OwnCertificate> all) {
    var hosts =
        Stream.concat(
                desired.ingress().map(DesiredIngress::host).stream(),
                all.stream()
                    .filter(it -> Ownership.owns(desired.environment(), it.tags()))
                    .map(OwnCertificate::host))
            .collect(Collectors.toUnmodifiableSet());
    return concerning(hosts, all);
  }

  private static List<OwnCertificate> concerning(Set<String> hosts, List<OwnCertificate> all) {
    return all.stream().filter(it -> hosts.contains(it.host())).sorted(BEST_FIRST).toList();
  }

  /** Those that are the environment's, the best first. */
  public List<OwnCertificate> of(EnvironmentId environment) {
    return own.found().stream()
        .flatMap(List::stream)
        .filter(it -> Ownership.holds(environment, it.tags()))
        .toList();
  }

  /** The one that serves a host of the environment, or will. */
  public Optional<OwnCertificate> current(EnvironmentId environment, String host) {
    return of(environment).stream().filter(it -> it.host().equals(host)).findFirst();
  }

  /** The same as far as an Ingress is concerned. */
  Sighting<Certificate> serving(EnvironmentId environment, String host) {
    return own.found().isEmpty()
        ? Sighting.unseen()
        : current(environment, host)
            .map(OwnCertificate::certificate)
            .map(Sighting::present)
            .orElseGet(Sighting::absent);
  }
}
