package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What one pass does about all parts of an environment. */
record Turn(Map<Component, Step> steps) {

  Turn {
    steps = Map.copyOf(steps);
  }

  /** The parts whose calls are due. */
  Set<Component> due() {
    return steps.entrySet().stream()
        .filter(step -> step.getValue() instanceof Step.Call)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The parts of which a fresh picture leaves nothing to call. */
  Set<Component> atRest() {
    return steps.entrySet().stream()
        .filter(step -> step.getValue() instanceof Step.Rest)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** When time alone makes calls due; never at once, which would be a pass without an end. */
  Optional<Duration> retryAfter() {
    return steps.values().stream()
        .flatMap(
            step ->
                switch (step) {
                  case Step.Pause pause -> Optional.of(pause.time()).stream();
                  case Step.Look(), Step.Rest(), Step.Call() -> Optional.<Duration>empty().stream();
                })
        .min(Duration::compareTo);
  }

  /** What failed before and has come about all the same is forgotten. */
  Attempts settle(Attempts before) {
    var after = new EnumMap<Component, Attempt>(Component.class);
    steps.forEach(
        (part, step) -> {
          var attempt = before.of(part);
          after.put(part, step instanceof Step.Rest ? attempt.overtaken() : attempt);
        });
    return before.withAll(after);
  }
}
