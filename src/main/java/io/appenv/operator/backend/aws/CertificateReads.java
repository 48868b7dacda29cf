package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Listed;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.RenewalStatus;
import software.amazon.awssdk.services.acm.model.RenewalSummary;

/**
 * Certificates that environments name. ACM tells of them one at a time: those that are issued are
 * read again in rotation, all others each time.
 */
final class CertificateReads {

  private static final int READ_AGAIN = 2;

  private final AcmClient acm;
  private final RotatingReads<Certificate> reads;

  CertificateReads(AcmClient acm) {
    this.acm = acm;
    this.reads = new RotatingReads<>(READ_AGAIN, this::describe);
  }

  Listed<Certificate> read(Set<String> arns) {
    var read = reads.of(arns);
    read.values().values().stream()
        .filter(it -> !it.isIssued())
        .forEach(it -> reads.forget(it.arn()));
    return new Listed<>(read.values(), read.refused());
  }

  private Optional<Certificate> describe(String arn) {
    return AwsCalls.makeUnlessGone(
            AwsCall.listing(Component.INGRESS, "DescribeCertificate", arn),
            () -> acm.describeCertificate(request -> request.certificateArn(arn)))
        .map(answer -> certificate(arn, answer.certificate()));
  }

  static Certificate certificate(String arn, CertificateDetail detail) {
    return new Certificate(
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
            .map(RenewalSummary::renewalStatusAsString));
  }
}
