package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.PlanStatus;
import io.appenv.operator.api.v1alpha1.PlannedActionStatus;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Timing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The plan as people read it; it names differences, never a secret. */
final class PlanSummary {

  private static final int HASH_LENGTH = 12;

  private PlanSummary() {}

  /** Empty when there is nothing to do. */
  static Optional<PlanStatus> of(Plan plan) {
    if (plan.actions().isEmpty()) {
      return Optional.empty();
    }
    var actions = plan.actions().stream().map(PlanSummary::action).toList();
    return Optional.of(new PlanStatus(actions, hash(actions)));
  }

  private static PlannedActionStatus action(PlannedAction planned) {
    return new PlannedActionStatus(
        planned.action().operation(),
        planned.action().target().name(),
        planned.reason(),
        planned.changeClass().name(),
        when(planned.timing()));
  }

  private static String when(Timing timing) {
    return switch (timing) {
      case NOW -> "now";
      case MAINTENANCE_WINDOW -> "in the maintenance window";
      case AFTER_PREVIOUS -> "after the actions before it";
    };
  }

  private static String hash(List<PlannedActionStatus> actions) {
    try {
      var bytes = actions.toString().getBytes(StandardCharsets.UTF_8);
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
