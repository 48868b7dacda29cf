package io.appenv.operator.database;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.Interruption;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.model.Timing;
import io.appenv.operator.model.WeeklyWindow;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The restart that static parameters, and the exchange of a whole group, take effect with. RDS
 * leaves it to its users: it restarts nothing for them, not in the maintenance window either.
 */
final class ParameterRestart {

  private static final String REASON = "the restart that changed parameters wait for";

  private ParameterRestart() {}

  /** Announced together with the change that needs it, so that one approval is enough. */
  static Optional<PlannedAction> plan(
      DatabaseFacts facts, DatabaseInstance instance, InstanceDiff diff) {
    if (facts.desired().custody().adopted()) {
      // Its parameter group is its owner's affair.
      return Optional.empty();
    }
    var parameters = ParameterChanges.of(facts);
    var isNeeded =
        (instance.awaitsRestart() && !isLeft(facts))
            || parameters.needRestart()
            // RDS exchanges the group with the version, and leaves its static parameters to a
            // restart.
            || UpgradePath.of(facts) instanceof UpgradePath.Open
            || diff.changes().contain(InstanceSetting.Parameters.class::isInstance);
    if (!isNeeded) {
      return Optional.empty();
    }
    var window =
        WeeklyWindow.read(facts.desired().maintenanceWindow(), ZoneOffset.UTC).orElseThrow();
    var reboot = new DatabaseAction.RebootInstance(instance.identifier(), window);
    return Optional.of(
        new PlannedAction(
            reboot,
            REASON,
            ChangeClass.RESTART,
            // Without a failover: a standby takes over nothing.
            Interruption.RESTART,
            parameters.isEmpty() ? Timing.WHEN_WINDOW_OPENS : Timing.AFTER_PREVIOUS,
            Optional.of(reboot)));
  }

  /** A restart would bring into force what somebody else changed and nobody wants corrected. */
  private static boolean isLeft(DatabaseFacts facts) {
    return facts.leaves(SpecField.DATABASE_PARAMETERS.shortName())
        || facts.leaves(DatabaseWishes.PARAMETER_GROUP);
  }
}
