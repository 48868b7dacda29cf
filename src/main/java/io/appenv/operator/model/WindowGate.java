package io.appenv.operator.model;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds what interrupts a data store until a window is open that AWS does not keep: inside it a
 * change is made at once, outside of it AWS is not asked.
 *
 * @param held the timings of what waits for it
 * @param ownOnly whether it is for the actions only that name it
 * @param now of this pass
 */
record WindowGate(WeeklyWindow window, Set<Timing> held, boolean ownOnly, Instant now) {

  /** A change that has begun runs to its end, so none is begun with less than this left. */
  private static final Duration LEAST_LEFT = Duration.ofMinutes(30);

  /**
   * Everything that interrupts waits for the environment's own window, of which AWS knows nothing.
   */
  static WindowGate ofEnvironment(WeeklyWindow window, Instant now) {
    return new WindowGate(
        window, Set.of(Timing.MAINTENANCE_WINDOW, Timing.WHEN_WINDOW_OPENS), false, now);
  }

  /** Without one, the window of the data store holds what AWS would not put off itself. */
  static WindowGate ofDataStore(WeeklyWindow window, Instant now) {
    return new WindowGate(window, Set.of(Timing.WHEN_WINDOW_OPENS), true, now);
  }

  /** What a plan becomes. */
  record Passed(Plan plan, Optional<Instant> opens) {

    /** The same held by one more; what opens first counts. */
    Passed through(WindowGate gate) {
      var next = gate.pass(plan);
      return new Passed(
          next.plan(),
          Stream.concat(opens.stream(), next.opens().stream()).min(Comparator.naturalOrder()));
    }
  }

  Passed pass(Plan plan) {
    var opening = usable();
    var gated = plan.map(action -> pass(action, opening));
    var waiting =
        gated.actions().stream()
            .filter(action -> action.timing() == Timing.WHEN_WINDOW_OPENS)
            .filter(this::isFor)
            .toList();
    return waiting.isEmpty()
        ? new Passed(gated, Optional.empty())
        : new Passed(
            gated.and(Plan.of(List.of(), findings(waiting, opening))),
            Optional.of(opening.start()));
  }

  /** A short window has to do with half of itself. */
  private WeeklyWindow.Opening usable() {
    var opening = window.opening(now);
    var half = Duration.between(opening.start(), opening.end()).dividedBy(2);
    var least = half.compareTo(LEAST_LEFT) < 0 ? half : LEAST_LEFT;
    return opening.left(now).compareTo(least) < 0 ? window.opening(opening.end()) : opening;
  }

  private PlannedAction pass(PlannedAction planned, WeeklyWindow.Opening opening) {
    var isGoverned = planned.atOnce().isPresent() || planned.isDisruptive();
    if (!held.contains(planned.timing()) || !isGoverned || !isFor(planned)) {
      return planned;
    }
    return opening.isOpen(now)
        ? planned.madeAtOnce().orElseGet(() -> planned.at(Timing.WHEN_WINDOW_OPENS))
        : planned.at(Timing.WHEN_WINDOW_OPENS);
  }

  private boolean isFor(PlannedAction planned) {
    return !ownOnly || planned.action().window().equals(Optional.of(window));
  }

  private List<Failure> findings(List<PlannedAction> waiting, WeeklyWindow.Opening opening) {
    var time = OffsetDateTime.ofInstant(opening.start(), window.zone());
    return waiting.stream()
        .<Failure>map(
            action ->
                new Failure.Waiting(
                    action.action().target().kind().component(),
                    Reason.PENDING_MAINTENANCE,
                    "%s is made in the maintenance window that opens at %s"
                        .formatted(action.reason(), time)))
        .toList();
  }
}
