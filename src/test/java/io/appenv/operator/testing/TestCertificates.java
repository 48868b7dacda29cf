package io.appenv.operator.testing;

import io.appenv.operator.sandbox.AwsFoundation;
import io.appenv.operator.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateStatus;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.RRType;

/** Certificates that somebody else has in ACM; the emulator issues them some seconds later. */
public final class TestCertificates implements AutoCloseable {

  private final AcmClient acm;
  private final Route53Client route53;

  public TestCertificates(Sandbox sandbox) {
    this.acm = AwsView.client(AcmClient.builder(), sandbox, AwsFoundation.REGION);
    this.route53 = AwsView.client(Route53Client.builder(), sandbox, "aws-global");
  }

  /** Asks for one for this name, and tells its ARN. */
  public String request(String name) {
    return acm.requestCertificate(
            request ->
                request.domainName(name).subjectAlternativeNames(name).validationMethod("DNS"))
        .certificateArn();
  }

  public boolean isIssued(String arn) {
    return acm.describeCertificate(request -> request.certificateArn(arn)).certificate().status()
        == CertificateStatus.ISSUED;
  }

  /** ARNs of all for this name. */
  public List<String> of(String name) {
    return acm.listCertificates().certificateSummaryList().stream()
        .filter(it -> it.domainName().equals(name))
        .map(it -> it.certificateArn())
        .toList();
  }

  public Map<String, String> tags(String arn) {
    return acm.listTagsForCertificate(request -> request.certificateArn(arn)).tags().stream()
        .collect(Collectors.toMap(it -> it.key(), it -> it.value()));
  }

  /** A public zone of this name, by its id. */
  public String zone(String name) {
    return route53
        .createHostedZone(request -> request.name(name).callerReference(name))
        .hostedZone()
        .id()
        .replace("/hostedzone/", "");
  }

  /** Names of the records of validations in a zone. */
  public List<String> records(String zone) {
    return route53
        .listResourceRecordSets(request -> request.hostedZoneId(zone))
        .resourceRecordSets()
        .stream()
        .filter(it -> it.type() == RRType.CNAME)
        .map(it -> it.name())
        .toList();
  }

  @Override
  public void close() {
    acm.close();
    route53.close();
  }
}
