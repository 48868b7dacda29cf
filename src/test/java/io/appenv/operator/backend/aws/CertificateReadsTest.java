package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.DescribeCertificateRequest;
import software.amazon.awssdk.services.acm.model.DescribeCertificateResponse;
import software.amazon.awssdk.services.acm.model.ResourceNotFoundException;
import software.amazon.awssdk.services.route53.Route53Client;

class CertificateReadsTest {

  private static final RecordReads NO_RECORDS =
      new RecordReads(
          new Route53Client() {
            @Override
            public String serviceName() {
              return SERVICE_NAME;
            }

            @Override
            public void close() {}
          });

  private static final Instant NOT_AFTER = Instant.parse("2027-01-01T00:00:00Z");

  @Test
  void whatAcmTellsIsTakenOver() {
    assertThat(CertificateDetails.of("arn", detail("ISSUED")).certificate())
        .isEqualTo(
            new Certificate(
                "arn",
                List.of("shop.example.com", "www.example.com"),
                "ISSUED",
                Optional.of(NOT_AFTER),
                Optional.of("PENDING_VALIDATION")));
    var bare = CertificateDetail.builder().domainName("a.example.com").status("FAILED").build();
    assertThat(CertificateDetails.of("arn", bare).certificate().names())
        .containsExactly("a.example.com");
  }

  @Test
  void aRenewalThatIsDoneIsNone() {
    var done =
        detail("ISSUED").toBuilder().renewalSummary(it -> it.renewalStatus("SUCCESS")).build();

    assertThat(CertificateDetails.of("arn", done).certificate().renewal()).isEmpty();
  }

  @Test
  void issuedOnesAreReadInRotationAndOthersEachTime() {
    var acm = new Acm();
    acm.states.putAll(Map.of("a", "ISSUED", "b", "ISSUED", "c", "ISSUED", "d", "ISSUED"));
    var reads = new CertificateReads(acm, NO_RECORDS);
    assertThat(reads.read(acm.states.keySet()).found()).hasSize(4);
    acm.asked.clear();

    reads.read(acm.states.keySet());
    assertThat(acm.asked).hasSize(2);

    acm.states.put("e", "PENDING_VALIDATION");
    reads.read(acm.states.keySet());
    acm.states.put("e", "ISSUED");
    acm.asked.clear();
    assertThat(reads.read(acm.states.keySet()).found().values()).allMatch(Certificate::isIssued);
    assertThat(acm.asked).contains("e");
  }

  @Test
  void whatIsNotThereIsAbsentAndNothingElse() {
    var acm = new Acm();
    acm.states.put("a", "ISSUED");

    var read = new CertificateReads(acm, NO_RECORDS).read(Set.of("a", "gone"));

    assertThat(read.found()).containsOnlyKeys("a");
    assertThat(read.refused()).isEmpty();
  }

  private static CertificateDetail detail(String status) {
    return CertificateDetail.builder()
        .domainName("shop.example.com")
        .subjectAlternativeNames("shop.example.com", "www.example.com")
        .status(status)
        .notAfter(NOT_AFTER)
        .renewalSummary(it -> it.renewalStatus("PENDING_VALIDATION"))
        .build();
  }

  /** Answers from a table of states, and remembers what it was asked. */
  private static final class Acm implements AcmClient {
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();

    @Override
    public synchronized DescribeCertificateResponse describeCertificate(
        DescribeCertificateRequest request) {
      asked.add(request.certificateArn());
      var state = states.get(request.certificateArn());
      if (state == null) {
        throw ResourceNotFoundException.builder()
            .statusCode(400)
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode("ResourceNotFoundException").build())
            .build();
      }
      return DescribeCertificateResponse.builder().certificate(detail(state)).build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
