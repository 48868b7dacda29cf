package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.CertificateStatus;
import io.appenv.operator.api.v1alpha1.DnsRecordStatus;
import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DnsRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a status says of a certificate: nothing of one that is for others. */
final class CertificateRecord {

  private CertificateRecord() {}

  /**
   * @param former what holds while the same certificate cannot be seen
   */
  static @Nullable CertificateStatus of(
      Desired desired, Observed observed, @Nullable CertificateStatus former) {
    return switch (observed.certificate()) {
      case Sighting.Present<Certificate>(var found) ->
          isForIt(desired, found) ? of(found, record(found, observed)) : null;
      case Sighting.Absent<Certificate> _ -> null;
      case Sighting.Unseen<Certificate> _ ->
          Optional.ofNullable(former).filter(it -> mayBeMeant(desired, it)).orElse(null);
    };
  }

  private static boolean isForIt(Desired desired, Certificate certificate) {
    return desired.ingress().filter(ingress -> certificate.covers(ingress.host())).isPresent();
  }

  private static boolean mayBeMeant(Desired desired, CertificateStatus former) {
    return desired
        .ingress()
        .filter(it -> it.certificateArn().filter(arn -> !arn.equals(former.arn())).isEmpty())
        .isPresent();
  }

  private static Optional<DnsRecord> record(Certificate certificate, Observed observed) {
    return observed.certificates().own().found().stream()
        .flatMap(List::stream)
        .filter(it -> it.arn().equals(certificate.arn()))
        .flatMap(it -> it.record().stream())
        .findFirst();
  }

  private static CertificateStatus of(Certificate certificate, Optional<DnsRecord> record) {
    return new CertificateStatus(
        certificate.arn(),
        certificate.status(),
        certificate.notAfter().map(Instant::toString).orElse(null),
        certificate.renewal().orElse(null),
        record.map(it -> new DnsRecordStatus(it.name(), it.type(), it.value())).orElse(null));
  }
}
