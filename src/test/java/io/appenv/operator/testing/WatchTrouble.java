package io.appenv.operator.testing;

import io.appenv.operator.sandbox.wire.Faults;
import io.appenv.operator.sandbox.wire.Mishap;
import io.appenv.operator.sandbox.wire.WatchEvent;
import java.time.Duration;
import java.util.function.Predicate;

/** What goes wrong with the events about an environment, and about everything it owns. */
public enum WatchTrouble implements Trouble {
  THE_WATCH_IS_FROZEN(Mishap.HOLD),
  EVENTS_ARE_LOST_UNTIL_410(Mishap.LOSE),
  EVENTS_COME_TWICE(Mishap.REPEAT),
  EVENTS_COME_OUT_OF_ORDER(Mishap.LATE);

  private static final Duration SHORT = Duration.ofSeconds(3);
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Mishap mishap;

  WatchTrouble(Mishap mishap) {
    this.mishap = mishap;
  }

  @Override
  public boolean strikesAll() {
    return false;
  }

  @Override
  public Faults.Rule begin(Ground ground, Phase phase, EnvironmentUnderTest environment) {
    return switch (mishap) {
      case HOLD, LOSE ->
          new Passing(ground.watches().begin(about(environment), mishap), time(phase));
      case NOTHING, REPEAT -> ground.watches().begin(about(environment), mishap);
      case LATE -> ground.watches().begin(aboutEverySecond(environment), mishap);
    };
  }

  /** The spec is changed in one phase only; in the others a moment is enough. */
  private static Duration time(Phase phase) {
    return phase == Phase.CHANGE && FaultScope.isWhole() ? LONG : SHORT;
  }

  private static Predicate<WatchEvent> about(EnvironmentUnderTest environment) {
    return event -> event.target().startsWith(environment.namespace() + "/");
  }

  private static Predicate<WatchEvent> aboutEverySecond(EnvironmentUnderTest environment) {
    return about(environment)
        .and(event -> (event.watch().operation() + event.target()).hashCode() % 2 == 0);
  }
}
