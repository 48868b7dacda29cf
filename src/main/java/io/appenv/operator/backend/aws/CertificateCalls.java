package io.appenv.operator.backend.aws;

import io.appenv.operator.model.CertificateAction;
import io.appenv.operator.model.CertificateAction.Delete;
import io.appenv.operator.model.CertificateAction.MakeRecord;
import io.appenv.operator.model.CertificateAction.RemoveRecord;
import io.appenv.operator.model.CertificateAction.Request;
import io.appenv.operator.model.DnsRecord;
import io.appenv.operator.model.Receipt;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ChangeAction;

/** Makes the call of one action. */
final class CertificateCalls {

  private final AcmClient acm;
  private final Route53Client route53;
  private final RecordReads records;

  CertificateCalls(AcmClient acm, Route53Client route53, RecordReads records) {
    this.acm = acm;
    this.route53 = route53;
    this.records = records;
  }

  Receipt execute(CertificateAction action) {
    return switch (action) {
      case Request request ->
          AwsCalls.write(
              AwsCall.of(request),
              () -> acm.requestCertificate(CertificateRequests.request(request)));
      case Delete delete ->
          AwsCalls.writeUnlessGone(
              AwsCall.of(delete),
              () -> acm.deleteCertificate(request -> request.certificateArn(delete.arn())));
      case MakeRecord make ->
          change(make, make.zone(), make.record().orElseThrow(), ChangeAction.UPSERT);
      case RemoveRecord remove ->
          change(remove, remove.zone(), remove.record(), ChangeAction.DELETE);
    };
  }

  private Receipt change(
      CertificateAction action, String zone, DnsRecord record, ChangeAction change) {
    try {
      return AwsCalls.write(
          AwsCall.of(action),
          () -> route53.changeResourceRecordSets(CertificateRequests.change(zone, record, change)));
    } finally {
      records.forget(zone, record.name());
    }
  }
}
