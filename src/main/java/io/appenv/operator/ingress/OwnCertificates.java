package io.appenv.operator.ingress;

import io.appenv.operator.model.CertificateAction.MakeRecord;
import io.appenv.operator.model.CertificateAction.RemoveRecord;
import io.appenv.operator.model.CertificateAction.Request;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredCertificate.Managed;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.DnsRecord;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Fingerprint;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.ObservedCertificates;
import io.appenv.operator.model.OwnCertificate;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The certificates that an environment has asked for, beside the one that it wants.
 *
 * @param wanted the host to have one for; empty where none is wanted
 * @param managed how one is asked for
 */
record OwnCertificates(
    EnvironmentId environment,
    Optional<String> wanted,
    Optional<Managed> managed,
    ObservedCertificates seen) {

  /** Empty where they were not listed. */
  static Optional<OwnCertificates> of(Desired desired, Observed observed) {
    var managed = desired.ingress().flatMap(DesiredIngress::managedCertificate);
    return listed(
        desired,
        observed,
        managed.flatMap(_ -> desired.ingress().map(DesiredIngress::host)),
        managed);
  }

  /** The same where the environment wants none any more. */
  static Optional<OwnCertificates> ofDeleted(Desired desired, Observed observed) {
    return listed(
        desired,
        observed,
        Optional.empty(),
        desired.ingress().flatMap(DesiredIngress::managedCertificate));
  }

  private static Optional<OwnCertificates> listed(
      Desired desired, Observed observed, Optional<String> wanted, Optional<Managed> managed) {
    return observed.certificates().own().found().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OwnCertificates(desired.environment(), wanted, managed, observed.certificates()));
  }

  /** The one that serves the host, or will. */
  Optional<OwnCertificate> current() {
    return wanted.flatMap(host -> seen.current(environment, host));
  }

  /** Those that nothing is meant to have any more. */
  List<OwnCertificate> former() {
    var current = current();
    return seen.of(environment).stream().filter(it -> !current.equals(Optional.of(it))).toList();
  }

  Optional<Request> request() {
    return wanted
        .filter(_ -> current().isEmpty())
        .flatMap(host -> managed.map(it -> new Request(host, token(host), it.tags())));
  }

  /** ACM takes letters, digits and underscores, 32 at most. */
  private String token(String host) {
    return Fingerprint.of(environment.uid() + " " + host);
  }

  /** The record that ACM waits for; without its value while ACM has not told that. */
  Optional<MakeRecord> missingRecord() {
    var current = current();
    if (zone().isEmpty() || wanted.isEmpty() || mismatch().isPresent()) {
      return Optional.empty();
    }
    return current.isPresent() && (!current.get().isAlive() || isMade(current.get()))
        ? Optional.empty()
        : Optional.of(
            new MakeRecord(wanted.get(), zone().get(), current.flatMap(OwnCertificate::record)));
  }

  private static boolean isMade(OwnCertificate certificate) {
    return certificate.record().isPresent() && certificate.made().equals(certificate.record());
  }

  private Optional<String> zone() {
    return managed.flatMap(Managed::hostedZone);
  }

  /** A record in another zone would be found by nobody. */
  Optional<Failure> mismatch() {
    return zone().isEmpty() || wanted.isEmpty()
        ? Optional.empty()
        : switch (seen.zoneName()) {
          case Sighting.Unseen<String> _ -> Optional.empty();
          case Sighting.Absent<String> _ -> zoneFailure("Route 53 has no hosted zone %s");
          case Sighting.Present<String>(var name) ->
              new DnsRecord(wanted.get(), "CNAME", "").isOf(name)
                  ? Optional.empty()
                  : zoneFailure("Hosted zone %s is not one that " + wanted.get() + " is in");
        };
  }

  private Optional<Failure> zoneFailure(String what) {
    return Optional.of(
        new Failure.Terminal(
            Component.INGRESS,
            Reason.HOSTED_ZONE_UNFIT,
            what.formatted(zone().orElse(""))
                + "; write the id of the zone of the host in"
                + " spec.network.ingress.certificate.hostedZoneId, or remove it and make the"
                + " record of the validation yourself."));
  }

  /** Whether it is known to be in a zone where it can be made. */
  boolean isZoneKnown() {
    return seen.zoneName() instanceof Sighting.Present<String>;
  }

  /** Certificates for one name in one account share a record, also those of other clusters. */
  Optional<RemoveRecord> superfluousRecord(OwnCertificate former) {
    return zone()
        .filter(_ -> isMade(former))
        .filter(_ -> others().noneMatch(it -> isKept(it) && it.record().equals(former.record())))
        .flatMap(zone -> former.record().map(it -> new RemoveRecord(former.host(), zone, it)));
  }

  private Stream<OwnCertificate> others() {
    return seen.own().found().stream().flatMap(List::stream);
  }

  private boolean isKept(OwnCertificate certificate) {
    return !former().contains(certificate);
  }
}
