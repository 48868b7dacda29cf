package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DnsRecord;
import io.appenv.operator.model.Listed;
import io.appenv.operator.model.OwnCertificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateSummary;

/**
 * Certificates that environments name, or have asked for. ACM lists them with little more than a
 * name and tells the rest one at a time: what is issued is read again in rotation, all else each
 * time.
 */
final class CertificateReads {

  private static final int READ_AGAIN = 2;

  private final AcmClient acm;
  private final RecordReads records;
  private final RotatingReads<CertificateDetails> named;
  private final RotatingReads<CertificateDetails> details;
  private final RotatingReads<Map<String, String>> tags;

  CertificateReads(AcmClient acm, RecordReads records) {
    this.acm = acm;
    this.records = records;
    this.named = new RotatingReads<>(READ_AGAIN, this::describe);
    this.details = new RotatingReads<>(READ_AGAIN, this::describe);
    this.tags = new RotatingReads<>(READ_AGAIN, this::tags);
  }

  /** Of these. */
  Listed<Certificate> read(Set<String> arns) {
    var read = details(named, arns);
    var found = new HashMap<String, Certificate>();
    read.values().forEach((arn, it) -> found.put(arn, it.certificate()));
    return new Listed<>(found, read.refused());
  }

  Listed<String> zones(Collection<String> ids) {
    var read = records.zones(ids);
    return new Listed<>(read.values(), read.refused());
  }

  /** Of these hosts. What AWS does not tell of one of them keeps all from being planned. */
  Listed<OwnCertificate> own(String region, Map<String, String> hosts) {
    var listed = listed(region, hosts.keySet());
    var arns = listed.stream().map(CertificateSummary::certificateArn).toList();
    var all = details(details, arns).with(tags.of(arns), Told::new);
    var made = records.records(keys(listed, all, hosts)).values();
    return all.join(
        listed,
        CertificateSummary::certificateArn,
        CertificateSummary::certificateArn,
        (summary, told) -> own(summary.domainName(), told, hosts, made));
  }

  /** What was read of one. */
  private record Told(CertificateDetails details, Map<String, String> tags) {}

  private List<CertificateSummary> listed(String region, Set<String> hosts) {
    return AwsCalls.make(
        AwsCall.listing(Component.INGRESS, "ListCertificates", region),
        () ->
            acm.listCertificatesPaginator().certificateSummaryList().stream()
                .filter(summary -> hosts.contains(AbsentFields.orEmpty(summary.domainName())))
                .toList());
  }

  private static Set<String> keys(
      List<CertificateSummary> listed, Reads<Told> all, Map<String, String> hosts) {
    return listed.stream()
        .flatMap(
            summary ->
                all
                    .value(summary.certificateArn())
                    .flatMap(told -> key(summary.domainName(), told.details(), hosts))
                    .stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<String> key(
      String host, CertificateDetails details, Map<String, String> hosts) {
    return Optional.ofNullable(hosts.get(host))
        .filter(zone -> !zone.isEmpty())
        .flatMap(zone -> details.record().map(it -> RecordReads.key(zone, it.name())));
  }

  private static OwnCertificate own(
      String host, Told told, Map<String, String> hosts, Map<String, DnsRecord> made) {
    return new OwnCertificate(
        told.details().certificate(),
        host,
        told.tags(),
        told.details().record(),
        key(host, told.details(), hosts).flatMap(key -> Optional.ofNullable(made.get(key))),
        told.details().inUse());
  }

  private static Reads<CertificateDetails> details(
      RotatingReads<CertificateDetails> reads, Collection<String> arns) {
    var read = reads.of(arns);
    read.values().values().stream()
        .filter(it -> !it.certificate().isIssued())
        .forEach(it -> reads.forget(it.certificate().arn()));
    return read;
  }

  private Optional<CertificateDetails> describe(String arn) {
    return AwsCalls.makeUnlessGone(
            AwsCall.listing(Component.INGRESS, "DescribeCertificate", arn),
            () -> acm.describeCertificate(request -> request.certificateArn(arn)))
        .map(answer -> CertificateDetails.of(arn, answer.certificate()));
  }

  private Optional<Map<String, String>> tags(String arn) {
    return AwsCalls.makeUnlessGone(
            AwsCall.listing(Component.INGRESS, "ListTagsForCertificate", arn),
            () -> acm.listTagsForCertificate(request -> request.certificateArn(arn)))
        .map(answer -> CertificateRequests.tags(answer.tags()));
  }
}
