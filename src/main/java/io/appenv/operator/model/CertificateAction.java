package io.appenv.operator.model;

import java.util.Map;
import java.util.Optional;

/**
 * The writes to AWS Certificate Manager, and to Route 53 for its sake. All have the host for their
 * name: neither the ARN nor the record is known before ACM was asked.
 */
public sealed interface CertificateAction extends Action {

  String host();

  /**
   * Asks for a certificate that is validated through DNS.
   *
   * @param token the same for the same request: within an hour ACM answers it with the same
   *     certificate
   */
  record Request(String host, String token, Map<String, String> tags) implements CertificateAction {
    public Request {
      tags = Map.copyOf(tags);
    }

    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.CERTIFICATE, host);
    }

    @Override
    public String operation() {
      return "RequestCertificate";
    }

    @Override
    public boolean creates() {
      return true;
    }
  }

  record Delete(String host, String arn) implements CertificateAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.CERTIFICATE, host);
    }

    @Override
    public String operation() {
      return "DeleteCertificate";
    }
  }

  /**
   * Makes the record of a validation, or gives it its value.
   *
   * @param record empty before ACM has told it, when nothing can be called
   */
  record MakeRecord(String host, String zone, Optional<DnsRecord> record)
      implements CertificateAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.DNS_RECORD, host);
    }

    @Override
    public String operation() {
      return "ChangeResourceRecordSets";
    }

    @Override
    public boolean creates() {
      return true;
    }
  }

  /** Removes a record of exactly this value. */
  record RemoveRecord(String host, String zone, DnsRecord record) implements CertificateAction {
    @Override
    public ResourceRef target() {
      return new ResourceRef(ResourceKind.DNS_RECORD, host);
    }

    @Override
    public String operation() {
      return "ChangeResourceRecordSets";
    }
  }
}
