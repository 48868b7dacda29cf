package io.appenv.operator.scaling;

import static io.appenv.operator.scaling.Sales.END;
import static io.appenv.operator.scaling.Sales.START;
import static io.appenv.operator.scaling.Sales.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.OverridePhase;
import io.appenv.operator.api.v1alpha1.Readiness;
import io.appenv.operator.api.v1alpha1.ScaleOverride;
import io.appenv.operator.api.v1alpha1.ScaleOverrideStatus;
import io.appenv.operator.resolver.Specs;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverrideStatusesTest {

  private static final Instant PREWARMING = START.minus(Duration.ofMinutes(5));

  private final ScaleOverride sale = sale("sale", "tiers: [{name: backend, min: 6, max: 16}]");

  @Test
  void itWaitsForItsTime() {
    var status = status(environment(2), START.minus(Duration.ofHours(1)));

    assertThat(status.phase()).isEqualTo(OverridePhase.Pending);
    assertThat(status.readiness()).isNull();
    assertThat(status.start()).isEqualTo("2026-12-01T09:00:00+09:00");
    assertThat(status.end()).isEqualTo("2026-12-01T18:00:00+09:00");
    assertThat(status.message()).isEqualTo("In force from 2026-12-01T08:50:00+09:00 on.");
    assertThat(status.tiers().getFirst().explanation()).isEqualTo("spec 2 to 8; sale 6 to 16");
    assertThat(status.conditions().getFirst().getStatus()).isEqualTo("False");
    assertThat(status.conditions().getFirst().getReason()).isEqualTo("Pending");
  }

  @Test
  void beforeItsStartItIsWarmingOrReady() {
    var warming = status(environment(3), PREWARMING);
    assertThat(warming.phase()).isEqualTo(OverridePhase.Prewarming);
    assertThat(warming.readiness()).isEqualTo(Readiness.Warming);
    assertThat(warming.message()).isEqualTo("Tier backend has 3 of 6 pods.");

    var ready = status(environment(6), PREWARMING);
    assertThat(ready.phase()).isEqualTo(OverridePhase.Prewarming);
    assertThat(ready.readiness()).isEqualTo(Readiness.Ready);
    assertThat(ready.conditions().getFirst().getStatus()).isEqualTo("True");
  }

  @Test
  void fromItsStartOnWhatIsMissingIsLate() {
    var held =
        environment(
            "conditions: [{type: WorkloadsReady, status: 'False', message: It waits.}]\n"
                + "tiers: [{name: backend, ready: 5}]");
    var status = status(held, START);

    assertThat(status.phase()).isEqualTo(OverridePhase.Active);
    assertThat(status.readiness()).isEqualTo(Readiness.Late);
    assertThat(status.message())
        .isEqualTo("Tier backend has 5 of 6 pods. The environment says: It waits.");
    assertThat(status.tiers().getFirst().explanation())
        .isEqualTo("spec 2 to 8; sale 6 to 16; in force 6 to 16");
  }

  @Test
  void afterItsEndItIsOver() {
    var status = status(environment(6), END);

    assertThat(status.phase()).isEqualTo(OverridePhase.Expired);
    assertThat(status.readiness()).isNull();
    assertThat(status.end()).isEqualTo("2026-12-01T18:00:00+09:00");
    assertThat(OverrideStatuses.next(sale, END)).isEmpty();
    assertThat(status(Optional.empty(), END).phase()).isEqualTo(OverridePhase.Expired);
  }

  @Test
  void withoutItsEnvironmentItIsRefused() {
    assertThat(status(Optional.empty(), START).phase()).isEqualTo(OverridePhase.Refused);
    var going = environment(6).orElseThrow();
    going.getMetadata().setDeletionTimestamp("2026-12-01T00:00:00Z");

    var status = status(Optional.of(going), START);
    assertThat(status.phase()).isEqualTo(OverridePhase.Refused);
    assertThat(status.message()).contains("no environment production in namespace shop");
  }

  @Test
  void whatAsksForTooMuchIsRefusedAsAWhole() {
    var greedy = sale("greedy", "tiers: [{name: backend, max: 25}, {name: worker, min: 1}]");
    var status = OverrideStatuses.create(greedy, environment(2), List.of(greedy), START);

    assertThat(status.phase()).isEqualTo(OverridePhase.Refused);
    assertThat(status.message()).contains("24 pods at most", "no tier worker");
    assertThat(status.tiers()).isEmpty();
  }

  @Test
  void aFreezeAloneIsReadyAtOnce() {
    var freeze = sale("freeze", "scaleIn: Frozen");
    var status = OverrideStatuses.create(freeze, environment(2), List.of(freeze), START);

    assertThat(status.readiness()).isEqualTo(Readiness.Ready);
  }

  /** A pass must know of the class, nothing of it be planned, and AWS be done with it. */
  @Test
  void aLargerDatabaseIsThereOnceItIsDone() {
    var larger = sale("larger", "database: {instanceClass: db.r5.large}");
    var effective = "effective: {stage: Production, database: {instanceClass: %s}}";
    var known = effective.formatted("db.r5.large");
    var done = "conditions: [{type: DatabaseReady, status: 'True', message: It is.}]";
    var busy = "conditions: [{type: DatabaseReady, status: 'False', message: AWS is at it.}]";
    var planned =
        "plan: {hash: p1, actions: [{action: ModifyDBInstance, when: after approval,"
            + " reason: instanceClass db.t3.medium -> db.r5.large}]}";

    assertThat(look(larger, effective.formatted("db.t3.medium"), done).readiness())
        .isEqualTo(Readiness.Late);
    assertThat(look(larger, known, done, planned).message())
        .isEqualTo("The database is not db.r5.large yet: it is changed after approval.");
    assertThat(look(larger, known, busy).message())
        .isEqualTo("The database is not db.r5.large yet. The environment says: AWS is at it.");
    assertThat(look(larger, known, done).readiness()).isEqualTo(Readiness.Ready);
  }

  private static ScaleOverrideStatus look(ScaleOverride override, String... status) {
    var environment = environment(String.join("\n", status)).orElseThrow();
    environment.setSpec(
        Specs.environment(
                Specs.PRODUCTION.concat("operations: {overrides: {dataServices: Allowed}}\n"))
            .getSpec());
    return OverrideStatuses.create(override, Optional.of(environment), List.of(override), START);
  }

  @Test
  void theSameLookIsTheSameStatus() {
    var first = status(environment(5), START);
    sale.setStatus(first);

    assertThat(status(environment(5), START.plusSeconds(60))).isEqualTo(first);
  }

  @Test
  void everyTurnIsToldOnce() {
    var news = new ArrayList<OverrideNews>();
    ScaleOverrideStatus former = null;
    for (var look :
        List.of(
            status(environment(2), START.minus(Duration.ofHours(1))),
            status(environment(2), PREWARMING),
            status(environment(5), START),
            status(environment(5), START.plusSeconds(1)),
            status(environment(6), START.plusSeconds(2)),
            status(environment(6), END))) {
      OverrideNews.between(former, look).forEach(news::add);
      former = look;
    }

    assertThat(news)
        .extracting(OverrideNews::type, OverrideNews::reason)
        .containsExactly(
            tuple("Normal", "OverridePrewarming"),
            tuple("Normal", "OverrideActive"),
            tuple("Warning", "OverrideLate"),
            tuple("Normal", "OverrideReady"),
            tuple("Normal", "OverrideExpired"));
  }

  private ScaleOverrideStatus status(Optional<AppEnvironment> environment, Instant now) {
    return OverrideStatuses.create(sale, environment, List.of(sale), now);
  }

  private static Optional<AppEnvironment> environment(int ready) {
    return environment(
        "tiers: [{name: frontend, ready: 2}, {name: backend, ready: %d}]".formatted(ready));
  }

  private static Optional<AppEnvironment> environment(String status) {
    var environment = Sales.production();
    environment.setStatus(Serialization.unmarshal(status, AppEnvironmentStatus.class));
    return Optional.of(environment);
  }
}
