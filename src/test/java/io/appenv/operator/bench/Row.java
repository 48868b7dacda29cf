package io.appenv.operator.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param goal what is aimed at
 * @param mark what kro with the ACK controllers needs on the same sandbox
 */
record Row(String measure, String value, String goal, String mark) {

  private static final String FORMAT = "%-46s %-26s %-26s %s";

  static final String HEADER = FORMAT.formatted("", "reached", "goal", "mark: kro 0.9.4 + ACK");

  static Row of(String measure, String goal, String mark, String format, Object... values) {
    return new Row(measure, String.format(Locale.ROOT, format, values), goal, mark);
  }

  @Override
  public String toString() {
    return FORMAT.formatted(measure, value, goal, mark).stripTrailing();
  }
}
