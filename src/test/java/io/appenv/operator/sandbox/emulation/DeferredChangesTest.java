package io.appenv.operator.sandbox.emulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeferredChangesTest {

  private static final Set<String> DEFERRABLE = Set.of("DBInstanceClass", "MultiAZ");
  private static final Map<String, String> CURRENT =
      Map.of("DBInstanceClass", "db.t3.medium", "MultiAZ", "true");

  @Test
  void whatInterruptsIsHeldAndTheRestHappensNow() {
    var changes = of(Map.of("DBInstanceClass", "db.m6g.large", "BackupRetentionPeriod", "3"));
    assertThat(changes.now()).containsOnlyKeys("BackupRetentionPeriod");
    assertThat(changes.pending()).containsExactly(Map.entry("DBInstanceClass", "db.m6g.large"));
  }

  @Test
  void theCurrentValueTakesAPendingOneBack() {
    var changes =
        DeferredChanges.of(
            Map.of("DBInstanceClass", "db.t3.medium"),
            Map.of("DBInstanceClass", "db.m6g.large", "MultiAZ", "false"),
            DEFERRABLE,
            name -> CURRENT.getOrDefault(name, ""));
    assertThat(changes.pending()).containsOnlyKeys("MultiAZ");
    assertThat(changes.now()).isEmpty();
  }

  @Test
  void applyImmediatelyAlsoAppliesWhatWasPending() {
    var changes =
        DeferredChanges.of(
            Map.of("ApplyImmediately", "true", "BackupRetentionPeriod", "3"),
            Map.of("MultiAZ", "false"),
            DEFERRABLE,
            name -> CURRENT.getOrDefault(name, ""));
    assertThat(changes.now()).containsKeys("MultiAZ", "BackupRetentionPeriod");
    assertThat(changes.pending()).isEmpty();
  }

  private static DeferredChanges of(Map<String, String> requested) {
    return DeferredChanges.of(
        requested, Map.of(), DEFERRABLE, name -> CURRENT.getOrDefault(name, ""));
  }
}
