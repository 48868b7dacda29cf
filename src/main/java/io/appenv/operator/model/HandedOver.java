package io.appenv.operator.model;

import java.util.Optional;

/**
 * A change that AWS has accepted and carries out in the maintenance window of the data store.
 *
 * @param planned as it was planned, and at once how it is hurried; that is empty where it would
 *     hurry along what nobody here asked for, or where AWS takes no such call
 * @param window empty where AWS has not told it
 */
public record HandedOver(PlannedAction planned, Optional<WeeklyWindow> window) {

  HandedOver withoutHurry() {
    return new HandedOver(planned.notAtOnce(), window);
  }

  String fingerprint() {
    return Fingerprint.of(planned);
  }

  Component component() {
    return planned.action().target().kind().component();
  }
}
