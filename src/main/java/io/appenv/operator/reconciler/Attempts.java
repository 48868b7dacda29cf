package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The attempts of one environment, a row for each part, so that one that fails does not delay the
 * others.
 *
 * @param generation the spec generation the failures belong to
 * @param firstMet what counts for a part without a row
 */
record Attempts(long generation, Instant firstMet, Map<Component, Attempt> parts) {

  Attempts {
    parts = Map.copyOf(parts);
  }

  static Attempts none(long generation, Instant now) {
    return new Attempts(generation, now, Map.of());
  }

  /** A changed spec deserves a fresh try at once. */
  Attempts forGeneration(long current) {
    if (current == generation) {
      return this;
    }
    var fresh = new EnumMap<Component, Attempt>(Component.class);
    parts.forEach((part, attempt) -> fresh.put(part, attempt.overtaken()));
    return new Attempts(current, firstMet, fresh);
  }

  Attempt of(Component part) {
    return Optional.ofNullable(parts.get(part)).orElseGet(() -> Attempt.first(firstMet));
  }

  Attempts withAll(Map<Component, Attempt> newer) {
    var changed = new EnumMap<Component, Attempt>(Component.class);
    changed.putAll(parts);
    changed.putAll(newer);
    return new Attempts(generation, firstMet, changed);
  }

  /**
   * After the calls of these parts were made.
   *
   * @param stoppedAt the calls that failed
   */
  Attempts executed(
      Set<Component> called,
      Map<Component, Failure> failed,
      Map<Component, String> stoppedAt,
      Instant now) {
    var changed = new EnumMap<Component, Attempt>(Component.class);
    called.forEach(
        part ->
            changed.put(
                part,
                of(part)
                    .executed(
                        Optional.ofNullable(failed.get(part)),
                        stoppedAt.getOrDefault(part, ""),
                        now)));
    return withAll(changed);
  }

  List<Failure> failures() {
    return parts.values().stream()
        .map(Attempt::failure)
        .flatMap(Optional::stream)
        .sorted((one, other) -> one.component().compareTo(other.component()))
        .toList();
  }
}
