package io.appenv.operator.reconciler;

import io.appenv.operator.model.DriftLedger;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.RegionSnapshot;
import java.util.Optional;

/**
 * What a pass would do about the data services, before the rules of their owner are asked.
 *
 * @param snapshot what it was drawn up on; empty where nothing was seen, or nothing is in AWS
 * @param drift what somebody else changed, as the plan knows it
 */
record DataPlan(
    Optional<RegionSnapshot> snapshot, Observed observed, DriftLedger drift, Plan plan) {

  /** Of an environment that has nothing in AWS. */
  static DataPlan none() {
    return new DataPlan(Optional.empty(), Observed.unseen(), DriftLedger.none(), Plan.empty());
  }

  DataPlan with(Plan other) {
    return new DataPlan(snapshot, observed, drift, other);
  }
}
