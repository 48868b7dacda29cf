package io.appenv.operator.ingress;

import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.Component;
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

  private static final String FIELD = "spec.network.ingress.certificate.arn";

  private CertificateReview() {}

  /** What keeps it from being used; empty where nothing does. */
  static Optional<Failure> of(String host, Sighting<Certificate> certificate) {
    return switch (certificate) {
      case Sighting.Unseen<Certificate> _ ->
          Optional.of(
              new Failure.Waiting(
                  Component.INGRESS, Reason.OBSERVING, "The certificate was not looked up yet."));
      case Sighting.Absent<Certificate> _ ->
          unusable("ACM has no certificate of this ARN in this account and region");
      case Sighting.Present<Certificate>(var found) -> of(host, found);
    };
  }

  private static Optional<Failure> of(String host, Certificate certificate) {
    if (!certificate.covers(host)) {
      return unusable("The certificate is not for " + host);
    }
    return switch (certificate.status()) {
      case "ISSUED" -> Optional.empty();
      case "PENDING_VALIDATION" ->
          Optional.of(
              new Failure.Waiting(
                  Component.INGRESS,
                  Reason.CERTIFICATE_PENDING,
                  "The certificate is not issued yet: make the DNS record that ACM shows for it."));
      case "FAILED", "VALIDATION_TIMED_OUT", "EXPIRED", "REVOKED", "INACTIVE" ->
          unusable("The certificate is " + certificate.status());
      default ->
          Optional.of(
              new Failure.Waiting(
                  Component.INGRESS,
                  Reason.UNKNOWN_STATE,
                  "The certificate is in a state that this version does not know: "
                      + certificate.status()
                      + "."));
    };
  }

  private static Optional<Failure> unusable(String what) {
    return Optional.of(
        new Failure.Terminal(
            Component.INGRESS,
            Reason.CERTIFICATE_UNUSABLE,
            what + "; write the ARN of one that is issued for the host in " + FIELD + "."));
  }

  /** A renewal that needs somebody, while the certificate still serves. */
  static Optional<NetworkFinding> renewal(Sighting<Certificate> certificate) {
    return certificate
        .found()
        .flatMap(Certificate::renewal)
        .filter(state -> state.equals("PENDING_VALIDATION") || state.equals("FAILED"))
        .map(
            state ->
                new NetworkFinding(
                    Reason.RENEWAL_STUCK,
                    "The renewal of the certificate is "
                        + state
                        + ": make the DNS record that ACM shows for it, before it expires."));
  }
}
