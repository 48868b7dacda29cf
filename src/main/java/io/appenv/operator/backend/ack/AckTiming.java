package io.appenv.operator.backend.ack;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Timing;
import io.appenv.operator.model.WeeklyWindow;
import java.time.ZoneOffset;
import java.util.Optional;

/** The controllers send ApplyImmediately with every change, so its time is chosen here. */
final class AckTiming {

  private AckTiming() {}

  static PlannedAction of(PlannedAction planned, Desired desired) {
    return immediate(planned.action(), desired).map(call -> of(planned, call)).orElse(planned);
  }

  private static PlannedAction of(PlannedAction planned, Action call) {
    var waits = planned.timing() == Timing.MAINTENANCE_WINDOW;
    return new PlannedAction(
        call,
        planned.reason(),
        planned.changeClass(),
        planned.interruption(),
        waits ? Timing.WHEN_WINDOW_OPENS : planned.timing(),
        waits ? Optional.of(call) : Optional.empty(),
        planned.asked());
  }

  private static Optional<Action> immediate(Action action, Desired desired) {
    return switch (action) {
      case DatabaseAction.ModifyInstance(var identifier, var settings, var _, var _) ->
          Optional.of(
              new DatabaseAction.ModifyInstance(
                  identifier,
                  settings,
                  true,
                  desired
                      .database()
                      .map(DesiredDatabase::maintenanceWindow)
                      .flatMap(AckTiming::window)));
      case CacheAction.ModifyGroup(var identifier, var settings, var _, var _) ->
          Optional.of(
              new CacheAction.ModifyGroup(
                  identifier,
                  settings,
                  true,
                  desired.cache().map(DesiredCache::maintenanceWindow).flatMap(AckTiming::window)));
      default -> Optional.empty();
    };
  }

  private static Optional<WeeklyWindow> window(String text) {
    return WeeklyWindow.read(text, ZoneOffset.UTC);
  }
}
