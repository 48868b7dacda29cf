package io.appenv.operator.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Fingerprint;
import io.appenv.operator.model.IngressUse;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.ObservedCertificates;
import io.appenv.operator.model.OwnCertificate;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PodUse;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificatePlannerTest {

  private static final String HOST = "shop.example.com";
  private static final String OLD = "old.example.com";
  private static final Desired ZONED = Reached.asking(HOST, Optional.of("Z1"));
  private static final Map<String, String> OURS = Ownership.tags(ZONED.environment());

  private final CertificatePlanner planner = new CertificatePlanner();

  @Test
  void thePlanOfAHostIsWholeFromTheBeginning() {
    var plan = apply(List.of(own("arn:old", OLD, "ISSUED", true, true)), IngressUse.none());

    assertThat(told(plan))
        .containsExactly(
            "RequestCertificate shop.example.com NOW",
            "ChangeResourceRecordSets shop.example.com AFTER_PREVIOUS",
            "ChangeResourceRecordSets old.example.com AFTER_PREVIOUS",
            "DeleteCertificate old.example.com AFTER_PREVIOUS");
  }

  /** So that one approval is enough for all of it. */
  @Test
  void whatTheRecordIsMakesNoOtherPlanOfIt() {
    var before = apply(List.of(), IngressUse.none());
    var after =
        apply(List.of(own("arn:1", HOST, "PENDING_VALIDATION", false, false)), IngressUse.none());

    assertThat(told(after)).containsExactly("ChangeResourceRecordSets shop.example.com NOW");
    assertThat(Fingerprint.of(after.actions().getFirst()))
        .isEqualTo(Fingerprint.of(before.actions().getLast()));
  }

  @Test
  void whatTheIngressNamesIsNotDeletedThoughNoLoadBalancerHasItYet() {
    var both =
        List.of(
            own("arn:1", HOST, "ISSUED", true, false), own("arn:old", OLD, "ISSUED", true, false));

    assertThat(told(apply(both, new IngressUse(Optional.of("arn:old"), false))))
        .containsExactly(
            "ChangeResourceRecordSets old.example.com AFTER_PREVIOUS",
            "DeleteCertificate old.example.com AFTER_PREVIOUS");
    assertThat(told(apply(both, new IngressUse(Optional.of("arn:1"), false))))
        .containsExactly(
            "ChangeResourceRecordSets old.example.com NOW",
            "DeleteCertificate old.example.com NOW");
  }

  @Test
  void forAHostOfAnotherEnvironmentNothingIsAsked() {
    assertThat(apply(List.of(), new IngressUse(Optional.empty(), true)).actions()).isEmpty();
  }

  /** By which somebody else's certificate is renewed, perhaps in another cluster. */
  @Test
  void aRecordThatAnotherCertificateNeedsStays() {
    var foreign =
        new OwnCertificate(
            certificate("arn:other", OLD, "ISSUED"),
            OLD,
            Map.of("team", "other"),
            Optional.of(SimulatedCertificates.record(OLD)),
            Optional.of(SimulatedCertificates.record(OLD)),
            true);
    var plan =
        apply(
            List.of(
                own("arn:1", HOST, "ISSUED", true, false),
                own("arn:old", OLD, "ISSUED", true, false),
                foreign),
            IngressUse.none());

    assertThat(told(plan)).containsExactly("DeleteCertificate old.example.com NOW");
  }

  @Test
  void inAZoneThatTheHostIsNotInNothingIsMade() {
    var pending = List.of(own("arn:1", HOST, "PENDING_VALIDATION", false, false));
    var plan =
        planner.apply(
            ZONED, observed(pending, Sighting.present("example.org.")), IntentRecord.none());

    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.HOSTED_ZONE_UNFIT));
    assertThat(
            planner
                .apply(ZONED, observed(pending, Sighting.absent()), IntentRecord.none())
                .findings())
        .hasSize(1);
  }

  @Test
  void whatWasNotListedIsNeitherAskedForNorGivenUp() {
    var unseen = Observed.unseen();

    assertThat(planner.apply(ZONED, unseen, IntentRecord.none()).actions()).isEmpty();
    assertThat(planner.delete(ZONED, unseen, IntentRecord.none()).findings())
        .singleElement()
        .isInstanceOf(Failure.Waiting.class);
  }

  @Test
  void aDeletionWaitsForTheLoadBalancer() {
    var busy = observed(List.of(own("arn:1", HOST, "ISSUED", true, true)), zone());
    var free = observed(List.of(own("arn:1", HOST, "ISSUED", true, false)), zone());

    var waiting = planner.delete(ZONED, busy, IntentRecord.none());
    assertThat(waiting.actions()).noneMatch(it -> it.isCalledNow());
    assertThat(waiting.findings()).hasSize(1);
    assertThat(told(planner.delete(ZONED, free, IntentRecord.none())))
        .containsExactly(
            "ChangeResourceRecordSets shop.example.com NOW",
            "DeleteCertificate shop.example.com NOW");
  }

  private Plan apply(List<OwnCertificate> own, IngressUse use) {
    return planner.apply(
        ZONED,
        observed(own, zone()),
        IntentRecord.none().using(new PodUse(Set.of(), true, false, use)));
  }

  private static List<String> told(Plan plan) {
    return plan.actions().stream()
        .map(
            it ->
                "%s %s %s"
                    .formatted(
                        it.action().operation(), it.action().target().name(), it.timing().name()))
        .toList();
  }

  private static Sighting<String> zone() {
    return Sighting.present("example.com.");
  }

  private static Observed observed(List<OwnCertificate> own, Sighting<String> zone) {
    var unseen = Observed.unseen();
    return new Observed(
        unseen.securityGroups(),
        unseen.database(),
        unseen.cache(),
        unseen.certificate(),
        new ObservedCertificates(Sighting.present(own), zone));
  }

  private static OwnCertificate own(
      String arn, String host, String status, boolean made, boolean inUse) {
    var record = Optional.of(SimulatedCertificates.record(host));
    return new OwnCertificate(
        certificate(arn, host, status), host, OURS, record, record.filter(_ -> made), inUse);
  }

  private static Certificate certificate(String arn, String host, String status) {
    return new Certificate(arn, List.of(host), status, Optional.empty(), Optional.empty());
  }
}
