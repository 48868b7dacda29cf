package io.appenv.operator.backend.aws;

import io.appenv.operator.model.CertificateAction.Request;
import io.appenv.operator.model.DnsRecord;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.services.acm.model.RequestCertificateRequest;
import software.amazon.awssdk.services.acm.model.Tag;
import software.amazon.awssdk.services.acm.model.ValidationMethod;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Actions on certificates and their records as requests to ACM and Route 53. */
final class CertificateRequests {

  /** Seconds for which others may remember a record, as ACM's own console makes it. */
  private static final long TIME_TO_LIVE = 300;

  private CertificateRequests() {}

  static RequestCertificateRequest request(Request request) {
    return RequestCertificateRequest.builder()
        .domainName(request.host())
        .validationMethod(ValidationMethod.DNS)
        .idempotencyToken(request.token())
        .tags(
            TagPairs.written(
                request.tags(), (key, value) -> Tag.builder().key(key).value(value).build()))
        .build();
  }

  static Map<String, String> tags(Collection<Tag> tags) {
    return TagPairs.read(tags, Tag::key, Tag::value);
  }

  static ChangeResourceRecordSetsRequest change(
      String zone, DnsRecord record, ChangeAction action) {
    var set =
        ResourceRecordSet.builder()
            .name(record.name())
            .type(record.type())
            .ttl(TIME_TO_LIVE)
            .resourceRecords(ResourceRecord.builder().value(record.value()).build())
            .build();
    return ChangeResourceRecordSetsRequest.builder()
        .hostedZoneId(zone)
        .changeBatch(
            batch -> batch.changes(Change.builder().action(action).resourceRecordSet(set).build()))
        .build();
  }
}
