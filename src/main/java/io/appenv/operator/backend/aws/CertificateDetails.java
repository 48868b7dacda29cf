package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.DnsRecord;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.DomainValidation;
import software.amazon.awssdk.services.acm.model.RenewalStatus;
import software.amazon.awssdk.services.acm.model.RenewalSummary;
import software.amazon.awssdk.services.acm.model.ResourceRecord;

/**
 * What ACM tells of one certificate.
 *
 * @param record by which it is validated
 * @param inUse whether a load balancer has it
 */
record CertificateDetails(Certificate certificate, Optional<DnsRecord> record, boolean inUse) {

  static CertificateDetails of(String arn, CertificateDetail detail) {
    return new CertificateDetails(
        new Certificate(
            arn,
            Stream.concat(
                    Optional.ofNullable(detail.domainName()).stream(),
                    detail.subjectAlternativeNames().stream())
                .distinct()
                .toList(),
            AbsentFields.orEmpty(detail.statusAsString()),
            Optional.ofNullable(detail.notAfter()),
            Optional.ofNullable(detail.renewalSummary())
                .filter(it -> it.renewalStatus() != RenewalStatus.SUCCESS)
                .map(RenewalSummary::renewalStatusAsString)),
        record(detail),
        !detail.inUseBy().isEmpty());
  }

  /** Some seconds pass before ACM knows it. */
  private static Optional<DnsRecord> record(CertificateDetail detail) {
    return detail.domainValidationOptions().stream()
        .filter(it -> Objects.equals(it.domainName(), detail.domainName()))
        .map(DomainValidation::resourceRecord)
        .filter(Objects::nonNull)
        .map(CertificateDetails::record)
        .findFirst();
  }

  private static DnsRecord record(ResourceRecord record) {
    return new DnsRecord(record.name(), record.typeAsString(), record.value());
  }
}
