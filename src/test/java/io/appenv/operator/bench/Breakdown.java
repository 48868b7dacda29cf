package io.appenv.operator.bench;

import java.util.Locale;
import java.util.Map;

/** Prints what a total consists of. */
final class Breakdown {

  private static final int ROWS = 16;

  private Breakdown() {}

  /** Requests of both wires for each environment. */
  static void print(Traffic traffic, int environments) {
    print("to the API server, for each environment", traffic.kubernetes(), environments);
    print("to AWS, for each environment", traffic.aws(), environments);
    if (!traffic.refused().isEmpty()) {
      print("refused, for each environment", traffic.refused(), environments);
    }
  }

  private static void print(String title, Map<String, Long> counts, int environments) {
    System.out.printf("%n        %s%n", title);
    counts.entrySet().stream()
        .limit(ROWS)
        .forEach(
            it ->
                System.out.printf(
                    Locale.ROOT,
                    "        %8.2f  %s%n",
                    (double) it.getValue() / environments,
                    it.getKey()));
  }

  /** Processor time in seconds, and as a share of one core. */
  static void print(Map<String, Double> processorSeconds, double elapsed) {
    System.out.printf(
        "%n        processor seconds (%d cores)%n", Runtime.getRuntime().availableProcessors());
    processorSeconds.forEach(
        (program, seconds) ->
            System.out.printf(
                Locale.ROOT,
                "        %8.1f  %3.0f %% of a core  %s%n",
                seconds,
                100 * seconds / elapsed,
                program));
  }
}
