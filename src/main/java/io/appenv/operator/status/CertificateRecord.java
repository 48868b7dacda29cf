package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.CertificateStatus;
import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.Sighting;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a status says of a certificate: nothing of one that is for others. */
final class CertificateRecord {

  private CertificateRecord() {}

  /**
   * @param former what holds while the same certificate cannot be seen
   */
  static @Nullable CertificateStatus of(
      Desired desired, Sighting<Certificate> seen, @Nullable CertificateStatus former) {
    var arn = desired.ingress().flatMap(DesiredIngress::certificateArn);
    return switch (seen) {
      case Sighting.Present<Certificate>(var found) -> isForIt(desired, found) ? of(found) : null;
      case Sighting.Absent<Certificate> _ -> null;
      case Sighting.Unseen<Certificate> _ ->
          Optional.ofNullable(former).filter(it -> arn.equals(Optional.of(it.arn()))).orElse(null);
    };
  }

  private static boolean isForIt(Desired desired, Certificate certificate) {
    return desired.ingress().filter(ingress -> certificate.covers(ingress.host())).isPresent();
  }

  private static CertificateStatus of(Certificate certificate) {
    return new CertificateStatus(
        certificate.arn(),
        certificate.status(),
        certificate.notAfter().map(Instant::toString).orElse(null),
        certificate.renewal().orElse(null));
  }
}
