package io.appenv.operator.sandbox.emulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstanceRulesTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void onlyAnAvailableInstanceTakesAnyChange() {
    var change = Set.of("Action", "DBInstanceIdentifier", "BackupRetentionPeriod");
    assertThat(InstanceRules.acceptsModify("available", change)).isTrue();
    for (var status : List.of("creating", "backing-up", "modifying", "failed", "storage-full")) {
      assertThat(InstanceRules.acceptsModify(status, change)).as(status).isFalse();
    }
  }

  @Test
  void aFullInstanceTakesMoreStorageAndABrokenOneLosesItsProtection() {
    assertThat(InstanceRules.acceptsModify("storage-full", Set.of("AllocatedStorage"))).isTrue();
    assertThat(InstanceRules.acceptsModify("failed", Set.of("DeletionProtection"))).isTrue();
    assertThat(InstanceRules.acceptsModify("modifying", Set.of("DeletionProtection"))).isFalse();
  }

  @Test
  void whileStorageIsRearrangedOnlyStorageIsRefused() {
    var word = "storage-optimization";
    assertThat(InstanceRules.acceptsModify(word, Set.of("DBInstanceClass"))).isTrue();
    assertThat(InstanceRules.acceptsModify(word, Set.of("AllocatedStorage"))).isFalse();
    assertThat(InstanceRules.acceptsModify(word, Set.of("MultiAZ", "StorageType"))).isFalse();
    assertThat(InstanceRules.acceptsFinalSnapshot(word)).isTrue();
  }

  @Test
  void storageGrowsByATenthAtLeast() {
    assertThat(InstanceRules.grown("100", "105")).isEqualTo("110");
    assertThat(InstanceRules.grown("101", "102")).isEqualTo("112");
    assertThat(InstanceRules.grown("100", "200")).isEqualTo("200");
    assertThat(InstanceRules.grown("100", "100")).isEqualTo("100");
  }

  @Test
  void stripedStorageIsChangedWithItsIopsAndSmallerStorageWithout() throws IOException {
    var small =
        Item.parse("<I><AllocatedStorage>100</AllocatedStorage><StorageType>gp3</StorageType></I>");
    assertThat(refusal(small, Map.of("AllocatedStorage", "200"))).isEmpty();
    assertThat(refusal(small, Map.of("AllocatedStorage", "200", "Iops", "3000"))).isPresent();
    assertThat(refusal(small, Map.of("AllocatedStorage", "400"))).isPresent();
    assertThat(refusal(small, Map.of("AllocatedStorage", "400", "Iops", "3000"))).isPresent();
    assertThat(refusal(small, Map.of("AllocatedStorage", "400", "Iops", "12000"))).isEmpty();
    assertThat(refusal(small, Map.of("DBInstanceClass", "db.t3.large"))).isEmpty();
  }

  @Test
  void provisionedIopsAreNamedAndFitTheirStorage() throws IOException {
    var small =
        Item.parse("<I><AllocatedStorage>100</AllocatedStorage><StorageType>gp3</StorageType></I>");
    var io = Map.of("AllocatedStorage", "100", "StorageType", "io1");
    assertThat(refusal(small, io)).isPresent();
    assertThat(refusal(small, with(io, "Iops", "5000"))).isEmpty();
    assertThat(refusal(small, with(io, "Iops", "5001"))).isPresent();
    assertThat(refusal(small, with(with(io, "StorageType", "io2"), "Iops", "100000"))).isEmpty();
    assertThat(InstanceRules.creationRefusal(io)).isPresent();
    assertThat(InstanceRules.creationRefusal(with(io, "Iops", "3000"))).isEmpty();
    assertThat(
            InstanceRules.creationRefusal(Map.of("AllocatedStorage", "500", "StorageType", "gp3")))
        .isEmpty();
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    var all = new HashMap<>(map);
    all.put(key, value);
    return all;
  }

  private static Optional<String> refusal(Item before, Map<String, String> requested) {
    return InstanceRules.storageRefusal(requested, before);
  }

  @Test
  void onlyAuthoritiesOfRdsAreKnown() {
    assertThat(InstanceRules.knowsAuthority(Map.of())).isTrue();
    assertThat(InstanceRules.knowsAuthority(Map.of("CACertificateIdentifier", "rds-ca-2019")))
        .isTrue();
    assertThat(InstanceRules.knowsAuthority(Map.of("CACertificateIdentifier", "rds-ca-1999")))
        .isFalse();
  }

  @Test
  void insightsAreKeptForAWeekForMonthsOrForTwoYears() {
    for (var days : List.of("7", "31", "713", "731")) {
      assertThat(acceptsInsights(days)).as(days).isTrue();
    }
    for (var days : List.of("0", "30", "365", "744")) {
      assertThat(acceptsInsights(days)).as(days).isFalse();
    }
  }

  private static boolean acceptsInsights(String days) {
    return InstanceRules.acceptsInsights(Map.of("PerformanceInsightsRetentionPeriod", days));
  }

  @Test
  void noFinalSnapshotOfWhatIsUnderWayOrLost() {
    for (var status :
        List.of("creating", "modifying", "failed", "incompatible-restore", "never-heard-of")) {
      assertThat(InstanceRules.acceptsFinalSnapshot(status)).as(status).isFalse();
    }
    assertThat(InstanceRules.acceptsFinalSnapshot("storage-full")).isTrue();
  }

  @Test
  void backupsSwitchedOnOrOffWaitForTheWindow() throws IOException {
    var kept = Item.parse("<I><BackupRetentionPeriod>7</BackupRetentionPeriod></I>");
    assertThat(InstanceRules.deferrable(Map.of("BackupRetentionPeriod", "0"), kept))
        .contains("BackupRetentionPeriod");
    assertThat(InstanceRules.deferrable(Map.of("BackupRetentionPeriod", "3"), kept))
        .doesNotContain("BackupRetentionPeriod");
  }

  @Test
  void theStateNamesWhatIsApplied() {
    assertThat(first("MasterUserPassword")).isEqualTo("resetting-master-credentials");
    assertThat(first("EngineVersion")).isEqualTo("upgrading");
    assertThat(first("AllocatedStorage")).isEqualTo("modifying");
  }

  private static String first(String changed) {
    var timeline = InstanceRules.applying(Set.of(changed), Pace.TEST, Timeline.from(START));
    return timeline.statusAt(START).orElseThrow();
  }
}
