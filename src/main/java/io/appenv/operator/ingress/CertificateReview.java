package io.appenv.operator.ingress;

import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.DnsRecord;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import java.util.Optional;

/**
 * Whether a certificate can be used for a host. Its other names are not told: whoever may write a
 * manifest may not read the account.
 */
final class CertificateReview {

  private static final String GIVEN =
      "; write the ARN of one that is issued for the host in"
          + " spec.network.ingress.certificate.arn.";

  private static final String MANAGED =
      "; see to the DNS record of its validation, then delete it in ACM, and another one is asked"
          + " for.";

  private final DesiredIngress ingress;
  private final RoutingFacts facts;

  private CertificateReview(DesiredIngress ingress, RoutingFacts facts) {
    this.ingress = ingress;
    this.facts = facts;
  }

  /** What keeps it from being used; empty where nothing does. */
  static Optional<Failure> of(DesiredIngress ingress, RoutingFacts facts) {
    return new CertificateReview(ingress, facts).obstacle();
  }

  private Optional<Failure> obstacle() {
    return switch (facts.certificate()) {
      case Sighting.Unseen<Certificate> _ ->
          waiting(Reason.OBSERVING, "The certificate was not looked up yet.");
      case Sighting.Absent<Certificate> _ ->
          isManaged()
              ? waiting(Reason.CERTIFICATE_PENDING, "The certificate is asked for.")
              : unusable("ACM has no certificate of this ARN in this account and region");
      case Sighting.Present<Certificate>(var found) -> of(found);
    };
  }

  private Optional<Failure> of(Certificate certificate) {
    if (!certificate.covers(ingress.host())) {
      return unusable("The certificate is not for " + ingress.host());
    }
    return switch (certificate.status()) {
      case "ISSUED" -> Optional.empty();
      case "PENDING_VALIDATION" ->
          waiting(
              Reason.CERTIFICATE_PENDING, "The certificate is not issued yet: " + remedy() + ".");
      case "FAILED", "VALIDATION_TIMED_OUT", "EXPIRED", "REVOKED", "INACTIVE" ->
          unusable("The certificate is " + certificate.status());
      default ->
          waiting(
              Reason.UNKNOWN_STATE,
              "The certificate is in a state that this version does not know: "
                  + certificate.status()
                  + ".");
    };
  }

  private boolean isManaged() {
    return ingress.managedCertificate().isPresent();
  }

  private boolean isValidatedHere() {
    return ingress.managedCertificate().flatMap(it -> it.hostedZone()).isPresent();
  }

  private String remedy() {
    if (isValidatedHere()) {
      return "ACM looks for its record in the hosted zone, which takes minutes";
    }
    return facts
        .record()
        .map(CertificateReview::words)
        .orElse("make the DNS record that ACM shows for it");
  }

  private static String words(DnsRecord record) {
    return "make the DNS record %s %s %s".formatted(record.name(), record.type(), record.value());
  }

  private static Optional<Failure> waiting(Reason reason, String message) {
    return Optional.of(new Failure.Waiting(Component.INGRESS, reason, message));
  }

  private Optional<Failure> unusable(String what) {
    return Optional.of(
        new Failure.Terminal(
            Component.INGRESS,
            Reason.CERTIFICATE_UNUSABLE,
            what + (isManaged() ? MANAGED : GIVEN)));
  }

  /** A renewal that needs somebody, while the certificate still serves. */
  static Optional<NetworkFinding> renewal(DesiredIngress ingress, RoutingFacts facts) {
    var review = new CertificateReview(ingress, facts);
    return facts
        .certificate()
        .found()
        .flatMap(Certificate::renewal)
        .filter(state -> state.equals("PENDING_VALIDATION") || state.equals("FAILED"))
        .map(
            state ->
                new NetworkFinding(
                    Reason.RENEWAL_STUCK,
                    "The renewal of the certificate is %s: %s, before it expires."
                        .formatted(state, review.remedy())));
  }
}
