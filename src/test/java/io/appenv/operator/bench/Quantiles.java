package io.appenv.operator.bench;

import java.util.List;
import java.util.Locale;

/** Of a number of times in milliseconds. */
record Quantiles(int count, double p50, double p99, double most) {

  static Quantiles of(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    return new Quantiles(
        sorted.size(), at(sorted, 0.5), at(sorted, 0.99), sorted.isEmpty() ? 0 : sorted.getLast());
  }

  /** The smallest value that at least this share does not exceed. */
  private static double at(List<Double> sorted, double share) {
    return sorted.isEmpty()
        ? 0
        : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "p50 %.0f ms, p99 %.0f ms, most %.0f ms", p50, p99, most);
  }
}
