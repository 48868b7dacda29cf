package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DnsRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Hosted zones, and single records in them, as Route 53 tells of them. */
final class RecordReads {

  private static final int READ_AGAIN = 2;

  /** Between the id of a zone and the name of a record; in neither. */
  private static final String BETWEEN = " ";

  private final Route53Client route53;
  private final RotatingReads<DnsRecord> records;
  private final RotatingReads<String> zones;

  RecordReads(Route53Client route53) {
    this.route53 = route53;
    this.records = new RotatingReads<>(READ_AGAIN, this::read);
    this.zones = new RotatingReads<>(READ_AGAIN, this::zone);
  }

  static String key(String zone, String name) {
    return zone + BETWEEN + name;
  }

  /** Names of hosted zones, by id. */
  Reads<String> zones(Collection<String> ids) {
    return zones.of(ids);
  }

  /** Records, by zone and name; those that are not there are looked for each time. */
  Reads<DnsRecord> records(Collection<String> keys) {
    return records.of(keys);
  }

  void forget(String zone, String name) {
    records.forget(key(zone, name));
  }

  private Optional<String> zone(String id) {
    return AwsCalls.makeUnlessGone(
            AwsCall.listing(Component.INGRESS, "GetHostedZone", id),
            () -> route53.getHostedZone(request -> request.id(id)))
        .map(answer -> answer.hostedZone().name());
  }

  private Optional<DnsRecord> read(String key) {
    var parts = key.split(BETWEEN, 2);
    return AwsCalls.makeUnlessGone(
            AwsCall.listing(Component.INGRESS, "ListResourceRecordSets", parts[0]),
            () ->
                route53.listResourceRecordSets(
                    request ->
                        request
                            .hostedZoneId(parts[0])
                            .startRecordName(parts[1] + ".")
                            .maxItems("1")))
        .flatMap(answer -> named(parts[1], answer.resourceRecordSets()));
  }

  /** Route 53 begins its answer at the name, or at the next there is. */
  private static Optional<DnsRecord> named(String name, List<ResourceRecordSet> answered) {
    return answered.stream()
        .map(RecordReads::record)
        .filter(record -> record.name().equals(name))
        .findFirst();
  }

  private static DnsRecord record(ResourceRecordSet set) {
    return new DnsRecord(
        set.name(),
        set.typeAsString(),
        set.resourceRecords().stream().map(ResourceRecord::value).findFirst().orElse(""));
  }
}
