package io.appenv.operator.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.DnsRecord;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Routing;
import io.appenv.operator.model.Sighting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingDecisionTest {

  private static final KnownClasses ALL = new KnownClasses(Optional.of("alb"), true);
  private static final KnownClasses NONE = new KnownClasses(Optional.empty(), false);
  private static final Sighting<Certificate> ISSUED =
      Sighting.present(Reached.certificate("ISSUED", Reached.HOST));
  private static final DesiredIngress PLAIN =
      new DesiredIngress(Reached.HOST, "frontend", 80, Optional.empty());

  @Test
  void anIssuedCertificateOpensTheWay() {
    assertThat(decide(ISSUED, ALL, false, Optional.empty()))
        .isEqualTo(
            new RoutingDecision(
                new Routing.Balanced("alb", Reached.ARN, Optional.empty()),
                Optional.empty(),
                Optional.empty()));
  }

  /** Whatever is served already goes on: what is declared now must not take it away. */
  @ParameterizedTest
  @CsvSource({
    "ISSUED, other.example.com, CERTIFICATE_UNUSABLE",
    "ISSUED, *.shop.example.com, CERTIFICATE_UNUSABLE",
    "PENDING_VALIDATION, shop.example.com, CERTIFICATE_PENDING",
    "EXPIRED, shop.example.com, CERTIFICATE_UNUSABLE",
    "REVOKED, shop.example.com, CERTIFICATE_UNUSABLE",
    "VALIDATION_TIMED_OUT, shop.example.com, CERTIFICATE_UNUSABLE",
    "FAILED, shop.example.com, CERTIFICATE_UNUSABLE",
    "INACTIVE, shop.example.com, CERTIFICATE_UNUSABLE",
    "TWINKLING, shop.example.com, UNKNOWN_STATE"
  })
  void aCertificateThatCannotBeUsedKeepsWhatIsThere(String status, String name, Reason reason) {
    var seen = Sighting.present(Reached.certificate(status, name));
    var decision = decide(seen, ALL, false, Optional.of("old.example.com"));

    assertThat(decision.routing()).isEqualTo(new Routing.Kept(Optional.of("old.example.com")));
    assertThat(decision.obstacle()).map(Failure::reason).contains(reason);
  }

  @Test
  void namesOfACertificateForOthersAreNotTold() {
    var seen = Sighting.present(Reached.certificate("ISSUED", "secret-project.example.com"));

    assertThat(decide(seen, ALL, false, Optional.empty()).obstacle().orElseThrow().message())
        .contains(Reached.HOST)
        .doesNotContain("secret");
  }

  @Test
  void whatIsNotSeenIsWaitedForAndWhatIsNotThereIsSaid() {
    assertThat(decide(Sighting.unseen(), ALL, false, Optional.empty()).obstacle())
        .map(Failure::reason)
        .contains(Reason.OBSERVING);
    assertThat(decide(Sighting.absent(), ALL, false, Optional.empty()).obstacle())
        .get()
        .isInstanceOf(Failure.Terminal.class);
  }

  /** A plain Ingress would let in everybody, without a certificate. */
  @Test
  void withoutTheControllerNoLoadBalancerIsReplacedByAPlainIngress() {
    var usual = new KnownClasses(Optional.empty(), true);
    var decision = decide(ISSUED, usual, false, Optional.empty());

    assertThat(decision.routing()).isEqualTo(new Routing.Kept(Optional.empty()));
    assertThat(decision.obstacle()).map(Failure::reason).contains(Reason.INGRESS_CLASS_MISSING);
  }

  @Test
  void aHostOfAnotherIsNotServedAndItsOwnerNotNamed() {
    var taken = decide(ISSUED, ALL, true, Optional.empty());
    var former = decide(ISSUED, ALL, true, Optional.of("old.example.com"));
    var second = decide(ISSUED, ALL, true, Optional.of(Reached.HOST));

    assertThat(taken.routing()).isEqualTo(new Routing.Closed());
    assertThat(former.routing()).isEqualTo(new Routing.Kept(Optional.of("old.example.com")));
    assertThat(second.routing()).isEqualTo(new Routing.Closed());
    assertThat(taken.obstacle()).map(Failure::reason).contains(Reason.HOST_IN_USE);
  }

  @Test
  void inDevelopmentTheUsualClassIsEnoughAndItsLackIsToldOnly() {
    var facts =
        new RoutingFacts(
            Sighting.unseen(), Optional.empty(), ALL, false, Optional.empty(), Optional.empty());
    var none =
        new RoutingFacts(
            Sighting.unseen(), Optional.empty(), NONE, false, Optional.empty(), Optional.empty());

    assertThat(RoutingDecision.of(Optional.of(PLAIN), facts).routing())
        .isEqualTo(new Routing.Plain());
    var without = RoutingDecision.of(Optional.of(PLAIN), none);
    assertThat(without.routing()).isEqualTo(new Routing.Closed());
    assertThat(without.obstacle()).isEmpty();
    assertThat(without.finding()).map(NetworkFinding::message).get().asString().contains("Service");
  }

  @Test
  void aRenewalThatNeedsSomebodyIsToldWhileTheCertificateServes() {
    var renewing =
        new Certificate(
            Reached.ARN,
            List.of("*.example.com"),
            "ISSUED",
            Optional.of(Reached.NOT_AFTER),
            Optional.of("PENDING_VALIDATION"));
    var decision = decide(Sighting.present(renewing), ALL, false, Optional.empty());

    assertThat(decision.obstacle()).isEmpty();
    assertThat(decision.finding()).map(NetworkFinding::reason).contains(Reason.RENEWAL_STUCK);
  }

  /** A picture that fails must not give a load balancer other groups. */
  @Test
  void aLoadBalancerCarriesTheGroupThatPodsLetInOrStaysAsItIs() {
    assertThat(carrying(Sighting.present("sg-1")).routing())
        .isEqualTo(new Routing.Balanced("alb", Reached.ARN, Optional.of("sg-1")));
    var unseen = carrying(Sighting.unseen());
    assertThat(unseen.routing()).isEqualTo(new Routing.Kept(Optional.of(Reached.HOST)));
    assertThat(unseen.obstacle()).map(Failure::reason).contains(Reason.OBSERVING);
  }

  private static RoutingDecision carrying(Sighting<String> group) {
    return RoutingDecision.of(
        Reached.asking(Reached.HOST, Optional.empty()).ingress(),
        new RoutingFacts(
            ISSUED, Optional.empty(), ALL, false, Optional.of(Reached.HOST), Optional.of(group)));
  }

  @Test
  void whatIsNotDeclaredIsClosed() {
    var facts =
        new RoutingFacts(ISSUED, Optional.empty(), ALL, false, Optional.empty(), Optional.empty());

    assertThat(RoutingDecision.of(Optional.empty(), facts).routing())
        .isEqualTo(new Routing.Closed());
  }

  /** Whoever has no zone here learns the record to make from the condition. */
  @Test
  void aCertificateThatIsAskedForTellsItsRecord() {
    var record = new DnsRecord("_0a1b.shop.example.com.", "CNAME", "_2c3d.acm-validations.aws.");
    var asking = Reached.asking(Reached.HOST, Optional.empty()).ingress();
    var pending = Sighting.present(Reached.certificate("PENDING_VALIDATION", Reached.HOST));
    var facts =
        new RoutingFacts(
            pending, Optional.of(record), ALL, false, Optional.empty(), Optional.empty());

    assertThat(RoutingDecision.of(asking, facts).obstacle().orElseThrow().message())
        .contains("_0a1b.shop.example.com CNAME _2c3d.acm-validations.aws");
    var zoned = Reached.asking(Reached.HOST, Optional.of("Z1")).ingress();
    assertThat(RoutingDecision.of(zoned, facts).obstacle().orElseThrow().message())
        .contains("hosted zone");
    var failed = Sighting.present(Reached.certificate("VALIDATION_TIMED_OUT", Reached.HOST));
    assertThat(
            RoutingDecision.of(
                    zoned,
                    new RoutingFacts(
                        failed, Optional.empty(), ALL, false, Optional.empty(), Optional.empty()))
                .obstacle()
                .orElseThrow()
                .message())
        .contains("delete it in ACM");
    var absent =
        new RoutingFacts(
            Sighting.absent(), Optional.empty(), ALL, false, Optional.empty(), Optional.empty());
    assertThat(RoutingDecision.of(zoned, absent).obstacle())
        .get()
        .isInstanceOf(Failure.Waiting.class);
  }

  private static RoutingDecision decide(
      Sighting<Certificate> certificate,
      KnownClasses classes,
      boolean taken,
      Optional<String> present) {
    return RoutingDecision.of(
        Optional.of(Reached.ingress()),
        new RoutingFacts(certificate, Optional.empty(), classes, taken, present, Optional.empty()));
  }
}
