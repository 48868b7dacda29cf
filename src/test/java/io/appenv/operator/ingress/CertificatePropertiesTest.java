package io.appenv.operator.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Certificate;
import io.appenv.operator.model.CertificateAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.IngressUse;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.OwnCertificate;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.PodUse;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * However hosts are changed, and whatever is lost of the calls: in the end there is one certificate
 * for the host, its record, and nothing else; what the load balancer has is never deleted.
 */
class CertificatePropertiesTest {

  private static final int ROUNDS = 40;

  /** Needed by the certificate of somebody else, too. */
  private static final String SHARED = SimulatedCertificates.record("a.example.com").name();

  private final CertificatePlanner planner = new CertificatePlanner();

  @Provide
  Arbitrary<List<String>> hosts() {
    return Arbitraries.of("a.example.com", "b.example.com", "c.example.com")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Property(tries = 300)
  void inTheEndThereIsOneAndNothingIsLeftOver(
      @ForAll("hosts") List<String> hosts, @ForAll boolean zoned, @ForAll Random random) {
    var aws = new SimulatedCertificates();
    aws.foreign("a.example.com");
    for (var host : hosts) {
      rounds(aws, desired(host, zoned), zoned, random, 1 + random.nextInt(6));
    }
    var last = desired(hosts.getLast(), zoned);
    rounds(aws, last, zoned, random, ROUNDS);

    assertThat(calls(planner.apply(last, observed(aws, last, zoned), served(aws)))).isEmpty();
    assertThat(mine(aws, last, zoned))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.host()).isEqualTo(hosts.getLast());
              assertThat(it.certificate().isIssued()).isTrue();
              assertThat(aws.balancer).contains(it.arn());
            });
    var record = SimulatedCertificates.record(hosts.getLast()).name();
    assertThat(aws.records().keySet()).isSubsetOf(record, SHARED);
    assertThat(aws.records().containsKey(record)).isEqualTo(zoned);

    aws.balancer = Optional.empty();
    for (var round = 0; round < ROUNDS; round++) {
      make(aws, planner.delete(last, observed(aws, last, zoned), IntentRecord.none()), random);
    }
    assertThat(mine(aws, last, zoned)).isEmpty();
    assertThat(planner.delete(last, observed(aws, last, zoned), IntentRecord.none()).isSettled())
        .isTrue();
    assertThat(aws.all(zoned)).as("what others have").hasSize(1);
    assertThat(aws.records().keySet()).isSubsetOf(SHARED);
  }

  /**
   * Passes, of which some calls are lost on their way, and the load balancer follows its Ingress.
   */
  private void rounds(
      SimulatedCertificates aws, Desired desired, boolean zoned, Random random, int rounds) {
    for (var round = 0; round < rounds; round++) {
      make(aws, planner.apply(desired, observed(aws, desired, zoned), served(aws)), random);
      aws.validate(!zoned);
      var host = desired.ingress().orElseThrow().host();
      aws.observed(zoned)
          .current(desired.environment(), host)
          .map(OwnCertificate::certificate)
          .filter(Certificate::isIssued)
          .ifPresent(it -> aws.balancer = Optional.of(it.arn()));
    }
  }

  private static void make(SimulatedCertificates aws, Plan plan, Random random) {
    for (var action : calls(plan)) {
      if (random.nextInt(4) == 0) {
        return;
      }
      aws.execute(action);
      if (random.nextInt(6) == 0) {
        aws.execute(action);
      }
    }
  }

  private static List<CertificateAction> calls(Plan plan) {
    return plan.actions().stream()
        .filter(PlannedAction::isCalledNow)
        .map(it -> (CertificateAction) it.action())
        .toList();
  }

  private static List<OwnCertificate> mine(
      SimulatedCertificates aws, Desired desired, boolean zoned) {
    return aws.all(zoned).stream()
        .filter(it -> Ownership.owns(desired.environment(), it.tags()))
        .toList();
  }

  private static IntentRecord served(SimulatedCertificates aws) {
    return IntentRecord.none()
        .using(new PodUse(Set.of(), true, false, new IngressUse(aws.balancer, false)));
  }

  private static Observed observed(SimulatedCertificates aws, Desired desired, boolean zoned) {
    var unseen = Observed.unseen();
    return new Observed(
        unseen.securityGroups(),
        unseen.database(),
        unseen.cache(),
        unseen.certificate(),
        aws.observed(zoned));
  }

  private static Desired desired(String host, boolean zoned) {
    return Reached.asking(host, zoned ? Optional.of(SimulatedCertificates.ZONE) : Optional.empty());
  }
}
