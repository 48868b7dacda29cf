package io.appenv.operator.database;

import static io.appenv.operator.database.DatabaseExample.production;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Drift;
import io.appenv.operator.model.Drift.Handling;
import io.appenv.operator.model.DriftGroup;
import io.appenv.operator.model.DriftPolicy;
import io.appenv.operator.model.InstanceSwitches;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody changes a database that was as its spec says. */
class DatabaseDriftTest {

  private final SimulatedDatabase aws = new SimulatedDatabase();
  private final DatabasePasses passes = new DatabasePasses(aws);
  private final Desired desired = production();

  @BeforeEach
  void reach() {
    passes.apply(desired);
    aws.calls.clear();
  }

  @Test
  void everyGroupedFieldOfTheDatabaseIsJudged() {
    var judged =
        new DatabasePlanner()
            .standings(desired, aws.observed()).getOrDefault(Component.DATABASE, List.of()).stream()
                .map(Standing::field)
                .collect(Collectors.toSet());

    for (var group : DriftGroup.values()) {
      for (var field : group.fields()) {
        if (field.path().startsWith("spec.database.")) {
          assertThat(judged).contains(field.shortName());
        }
      }
    }
    assertThat(judged).allMatch(field -> DriftGroup.of(field).isPresent());
  }

  @Test
  void whatLosesNothingIsPutBack() {
    aws.instance().backupWindow = "02:00-03:00";

    passes.apply(desired);

    assertThat(aws.calls).hasSize(1);
    assertThat(aws.instance().backupWindow).isEqualTo("17:00-18:00");
    assertThat(passes.drift().memory().drifts()).isEmpty();
  }

  @Test
  void aLongerRetentionIsShortenedOnlyOnceApproved() {
    aws.instance().backupRetentionDays = 14;

    var held = passes.apply(desired);

    assertThat(aws.calls).isEmpty();
    assertThat(passes.drift().memory().drifts())
        .extracting(Drift::path, Drift::wished, Drift::found, Drift::handling)
        .containsExactly(tuple("database.backup.pointInTime", "7d", "14d", Handling.ASKED));
    assertThat(held.actions())
        .extracting(PlannedAction::reason)
        .containsExactly(
            "backup.pointInTime 14 -> 7; somebody else made it so, and to put it back loses"
                + " something: automated backups older than 7 days");

    passes.governed().under(ChangePolicy.AUTO, held.hash());
    passes.apply(desired);
    assertThat(aws.instance().backupRetentionDays).isEqualTo(7);
    assertThat(passes.drift().memory().drifts()).isEmpty();
  }

  @Test
  void whatWaitsForAPersonHoldsUpNothingElse() {
    aws.instance().backupRetentionDays = 14;
    aws.instance().backupWindow = "02:00-03:00";

    passes.apply(desired);

    assertThat(aws.instance().backupWindow).isEqualTo("17:00-18:00");
    assertThat(aws.instance().backupRetentionDays).isEqualTo(14);
  }

  @Test
  void aWishIsCarriedOutWhateverItLoses() {
    aws.instance().backupRetentionDays = 14;
    passes.apply(desired);
    passes.drift().under(DriftPolicy.REPORT);

    passes.apply(production(it -> it.backupRetentionDays = 10));

    assertThat(aws.instance().backupRetentionDays).isEqualTo(10);
  }

  @Test
  void whatIsReportedStaysBesideAWish() {
    passes.drift().under(DriftPolicy.REPORT);
    aws.instance().backupRetentionDays = 14;
    aws.instance().multiAz = false;

    passes.apply(production(it -> it.backupWindow = "01:00-02:00"));

    assertThat(aws.instance().backupWindow).isEqualTo("01:00-02:00");
    assertThat(aws.instance().backupRetentionDays).isEqualTo(14);
    assertThat(aws.instance().multiAz).isFalse();
    assertThat(passes.drift().memory().drifts())
        .extracting(Drift::path)
        .containsExactly("database.backup.pointInTime", "database.multiAZ");
  }

  @Test
  void reportedStorageIsNoRefusal() {
    aws.instance().storageGib = 150;
    assertThat(passes.apply(desired).findings()).hasSize(1);
    assertThat(passes.drift().memory().drifts())
        .extracting(Drift::handling)
        .containsExactly(Handling.REFUSED);

    passes.drift().under(DriftPolicy.REPORT);
    assertThat(passes.apply(desired).isSettled()).isTrue();
    assertThat(passes.drift().memory().drifts())
        .extracting(Drift::handling)
        .containsExactly(Handling.REPORTED);
  }

  @Test
  void anOlderMajorVersionThatIsReportedIsNotUpgraded() {
    aws.instance().engineVersion = "16.9";
    assertThat(passes.plan(desired).actions())
        .extracting(it -> it.action().operation())
        .contains("CreateDBSnapshot");

    passes.drift().under(DriftPolicy.REPORT);
    assertThat(passes.plan(desired).actions())
        .extracting(it -> it.action().operation())
        .doesNotContain("CreateDBSnapshot", "ModifyDBInstance");
  }

  @Test
  void aRestartThatWouldBringReportedParametersIntoForceIsNotPlanned() {
    passes.drift().under(DriftPolicy.REPORT);
    setParameter("rds.force_ssl", "0");
    aws.instance().awaitsRestart = true;

    assertThat(passes.apply(desired).isSettled()).isTrue();
    assertThat(passes.drift().memory().drifts())
        .extracting(Drift::wished, Drift::found)
        .containsExactly(tuple("rds.force_ssl=1", "rds.force_ssl=0"));
  }

  @Test
  void aReportedPublicAddressIsToldInWords() {
    passes.drift().under(DriftPolicy.REPORT);
    aws.instance().switches = new InstanceSwitches(true, true, true);

    passes.apply(desired);

    assertThat(aws.calls).isEmpty();
    assertThat(passes.drift().memory().drifts())
        .extracting(Drift::found)
        .containsExactly(
            "publiclyAccessible true, copyTagsToSnapshot true, autoMinorVersionUpgrade true");
  }

  @Test
  void iopsThatAreReportedAreNamedWhereStorageGrows() {
    var provisioned = volume(100);
    passes.apply(provisioned);
    passes.drift().under(DriftPolicy.REPORT);
    aws.instance().iops = 4_000;
    passes.apply(provisioned);

    passes.apply(volume(200));

    assertThat(aws.instance().storageGib).isEqualTo(200);
    assertThat(aws.instance().iops).isEqualTo(4_000);
  }

  private static Desired volume(int gib) {
    return production(
        it -> {
          it.storageType = "io1";
          it.iops = Optional.of(3_000);
          it.storageGib = gib;
        });
  }

  private void setParameter(String name, String value) {
    var group = Objects.requireNonNull(aws.parameterGroup);
    var all = new HashMap<>(group.parameters());
    all.computeIfPresent(name, (_, seen) -> seen.with(value));
    aws.parameterGroup =
        new ParameterGroup(
            group.name(), group.arn(), group.family(), Map.copyOf(all), group.tags());
  }
}
