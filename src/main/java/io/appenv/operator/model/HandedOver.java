package io.appenv.operator.model;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A change that AWS has accepted and carries out in the maintenance window of the data store.
 *
 * @param planned as it was planned, and at once how it is hurried; that is empty where it would
 *     hurry along what nobody here asked for, or where AWS takes no such call
 * @param window empty where AWS has not told it
 */
public record HandedOver(PlannedAction planned, Optional<WeeklyWindow> window) {

  /**
   * What AWS holds of one data store, none if it holds nothing.
   *
   * @param held the call that AWS has accepted
   * @param atOnce the same for AWS to carry out at once, where that hurries nothing else
   * @param redundant whether a replica takes over meanwhile
   * @param window as AWS writes it
   */
  public static List<HandedOver> of(
      SettingChanges<?> awaited,
      Action held,
      Optional<Action> atOnce,
      boolean redundant,
      String window) {
    return awaited.isEmpty()
        ? List.of()
        : List.of(
            new HandedOver(
                new PlannedAction(
                    held,
                    awaited.reason(),
                    awaited.changeClass(),
                    awaited.interruption().whereRedundant(redundant),
                    Timing.HANDED_OVER,
                    atOnce),
                WeeklyWindow.read(window, ZoneOffset.UTC)));
  }

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
