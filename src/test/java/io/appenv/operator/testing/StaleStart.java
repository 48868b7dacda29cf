package io.appenv.operator.testing;

import io.appenv.operator.sandbox.wire.Answer;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.sandbox.wire.Faults;
import io.appenv.operator.sandbox.wire.Mishap;
import io.appenv.operator.sandbox.wire.Wire;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * The operator dies in the middle of a phase, and what it lists when it starts again is from before
 * that phase, as from an API server that lags behind. The watches that follow catch up, after a
 * while. At the end of a life it dies when the environment is already gone.
 */
final class StaleStart {

  private static final Duration LAG = Duration.ofSeconds(3);

  private final Ground ground;
  private final Map<String, Answer> lists = new ConcurrentHashMap<>();

  private StaleStart(Ground ground) {
    this.ground = ground;
  }

  static Faults.Rule begin(Ground ground, Phase phase, EnvironmentUnderTest environment) {
    var start = new StaleStart(ground);
    start.learn();
    return phase == Phase.DELETE
        ? Onset.at(ground, releasing(environment), () -> start.again(environment))
        : Onset.atFirstChange(ground, environment, () -> start.again(environment));
  }

  private static Predicate<Call> releasing(EnvironmentUnderTest environment) {
    return call ->
        call.operation().matches("(patch|update) appenvironments")
            && call.target().equals(environment.toString());
  }

  /** What it lists now is what it is going to be shown. */
  private void learn() {
    try (var _ =
        ground
            .faults()
            .always(
                StaleStart::isList,
                new Fault.Alter(
                    (call, answer) -> {
                      lists.put(key(call), answer);
                      return answer;
                    }))) {
      ground.operator().restart(ground.settings());
    }
  }

  private void again(EnvironmentUnderTest environment) {
    try (var _ =
            ground
                .faults()
                .always(
                    call -> isList(call) && lists.containsKey(key(call)),
                    new Fault.Refuse(call -> Objects.requireNonNull(lists.get(key(call)))));
        var _ =
            ground
                .watches()
                .begin(
                    event -> event.target().startsWith(environment.namespace() + "/"),
                    Mishap.HOLD)) {
      ground.operator().crash(ground.settings());
      ground.operator().process().awaitReady();
      LockSupport.parkNanos(LAG.toNanos());
    }
  }

  private static boolean isList(Call call) {
    return call.wire() == Wire.KUBERNETES && call.operation().startsWith("list ");
  }

  private static String key(Call call) {
    return call.operation() + " " + new TreeMap<>(call.parameters());
  }
}
