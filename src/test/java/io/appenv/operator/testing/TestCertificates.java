package io.appenv.operator.testing;

import io.appenv.operator.sandbox.AwsFoundation;
import io.appenv.operator.sandbox.Sandbox;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateStatus;

/** Certificates that somebody else has in ACM; the emulator issues them some seconds later. */
public final class TestCertificates implements AutoCloseable {

  private final AcmClient acm;

  public TestCertificates(Sandbox sandbox) {
    this.acm = AwsView.client(AcmClient.builder(), sandbox, AwsFoundation.REGION);
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

  @Override
  public void close() {
    acm.close();
  }
}
