package io.appenv.operator.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How much is measured, and for how long.
 *
 * @param environments how many are created
 * @param operatorOptions for the operator's Java machine, after those of {@code deploy/base}
 */
record BenchOptions(int environments, List<String> operatorOptions) {

  /** From here on a run is one whose numbers count, and may take its time. */
  private static final int LARGE = 100;

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration EACH = Duration.ofSeconds(1);

  static BenchOptions parse(String... arguments) {
    var environments = arguments.length == 0 ? 200 : Integer.parseInt(arguments[0]);
    if (environments < 1) {
      throw new IllegalArgumentException("At least one environment is needed.");
    }
    return new BenchOptions(environments, Arrays.stream(arguments).skip(1).toList());
  }

  private boolean isLarge() {
    return environments >= LARGE;
  }

  /** Longest wait for all environments, after which the run reports what was reached. */
  Duration patience() {
    return START.plus(EACH.multipliedBy(environments));
  }

  /** Each window of observation holds at least one sweep of a settled region. */
  Duration window() {
    return isLarge() ? Duration.ofMinutes(3) : Duration.ofSeconds(75);
  }

  /** Longest wait for the wires to fall silent. */
  Duration patienceForQuiet() {
    return Duration.ofMinutes(3);
  }

  int changes() {
    return isLarge() ? 100 : 20;
  }
}
