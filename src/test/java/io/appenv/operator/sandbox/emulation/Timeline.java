package io.appenv.operator.sandbox.emulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The states a resource passes through by itself, one after the other.
 *
 * @param endsGone whether the resource no longer exists afterwards
 */
record Timeline(Instant start, List<Phase> phases, boolean endsGone) {

  record Phase(String status, Duration duration) {}

  Timeline {
    phases = List.copyOf(phases);
  }

  static Timeline from(Instant start) {
    return new Timeline(start, List.of(), false);
  }

  Timeline then(String status, Duration duration) {
    var more = new ArrayList<>(phases);
    more.add(new Phase(status, duration));
    return new Timeline(start, more, endsGone);
  }

  Timeline thenGone() {
    return new Timeline(start, phases, true);
  }

  /** Empty once all states are passed. */
  Optional<String> statusAt(Instant now) {
    var end = start;
    for (var phase : phases) {
      end = end.plus(phase.duration());
      if (now.isBefore(end)) {
        return Optional.of(phase.status());
      }
    }
    return Optional.empty();
  }

  boolean isGoneAt(Instant now) {
    return endsGone && statusAt(now).isEmpty();
  }
}
