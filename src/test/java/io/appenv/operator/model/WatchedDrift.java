package io.appenv.operator.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Judges drift pass by pass as the operator does. */
public final class WatchedDrift {

  private DriftMemory memory = DriftMemory.none();
  private DriftPolicies policies = DriftPolicies.correcting();

  /** From the next pass on, for all settings. */
  public void under(DriftPolicy policy) {
    policies =
        new DriftPolicies(
            Arrays.stream(DriftGroup.values()).collect(Collectors.toMap(it -> it, _ -> policy)));
  }

  /** What the next pass would come to. */
  public DriftLedger look(Map<Component, List<Standing>> standings) {
    return DriftLedger.of(memory, standings, policies, Instant.EPOCH);
  }

  /** What this pass comes to, and the next remembers. */
  public DriftLedger judge(Map<Component, List<Standing>> standings) {
    var ledger = look(standings);
    memory = ledger.memory();
    return ledger;
  }

  public DriftMemory memory() {
    return memory;
  }
}
