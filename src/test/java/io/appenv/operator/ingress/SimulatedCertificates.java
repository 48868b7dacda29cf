package io.appenv.operator.ingress;

import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.CertificateAction;
import io.appenv.operator.model.CertificateAction.Delete;
import io.appenv.operator.model.CertificateAction.MakeRecord;
import io.appenv.operator.model.CertificateAction.RemoveRecord;
import io.appenv.operator.model.CertificateAction.Request;
import io.appenv.operator.model.DnsRecord;
import io.appenv.operator.model.ObservedCertificates;
import io.appenv.operator.model.OwnCertificate;
import io.appenv.operator.model.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** ACM and one hosted zone, as far as certificates need them, with a load balancer that has one. */
final class SimulatedCertificates {

  static final String ZONE = "Z1";

  private final Map<String, Stored> stored = new TreeMap<>();
  private final Map<String, DnsRecord> zone = new HashMap<>();
  private final Map<String, String> byToken = new HashMap<>();

  /** ARN of the certificate that the load balancer has. */
  Optional<String> balancer = Optional.empty();

  private int numbers;

  private record Stored(String host, Map<String, String> tags, String status) {}

  /** ACM gives every certificate for a name in an account the same record. */
  static DnsRecord record(String host) {
    return new DnsRecord("_0a1b." + host, "CNAME", "_2c3d.acm-validations.aws");
  }

  String foreign(String host) {
    return add(host, Map.of("team", "other"), "ISSUED");
  }

  private String add(String host, Map<String, String> tags, String status) {
    var arn = "arn:%02d".formatted(numbers++);
    stored.put(arn, new Stored(host, tags, status));
    return arn;
  }

  void execute(CertificateAction action) {
    switch (action) {
      case Request(var host, var token, var tags) ->
          byToken.computeIfAbsent(token, _ -> add(host, tags, "PENDING_VALIDATION"));
      case Delete(var _, var arn) -> {
        if (balancer.equals(Optional.of(arn))) {
          throw new AssertionError(arn + " is in use");
        }
        stored.remove(arn);
        byToken.values().remove(arn);
      }
      case MakeRecord(var _, var _, var record) ->
          zone.put(record.orElseThrow().name(), record.orElseThrow());
      case RemoveRecord(var _, var _, var record) -> zone.remove(record.name(), record);
    }
  }

  /** ACM looks for the records; without a zone of ours somebody else makes them. */
  void validate(boolean byHand) {
    stored.replaceAll(
        (_, it) ->
            byHand || zone.containsKey(record(it.host()).name())
                ? new Stored(it.host(), it.tags(), "ISSUED")
                : it);
  }

  ObservedCertificates observed(boolean zoned) {
    return new ObservedCertificates(
        Sighting.present(all(zoned)), zoned ? Sighting.present("example.com.") : Sighting.unseen());
  }

  List<OwnCertificate> all(boolean zoned) {
    var all = new ArrayList<OwnCertificate>();
    stored.forEach((arn, it) -> all.add(own(arn, it, zoned)));
    all.sort(
        Comparator.comparing((OwnCertificate it) -> !it.certificate().isIssued())
            .thenComparing(OwnCertificate::arn));
    return all;
  }

  private OwnCertificate own(String arn, Stored it, boolean zoned) {
    var record = record(it.host());
    return new OwnCertificate(
        new Certificate(arn, List.of(it.host()), it.status(), Optional.empty(), Optional.empty()),
        it.host(),
        it.tags(),
        Optional.of(record),
        Optional.ofNullable(zone.get(record.name())).filter(_ -> zoned),
        balancer.equals(Optional.of(arn)));
  }

  Map<String, DnsRecord> records() {
    return Map.copyOf(zone);
  }
}
