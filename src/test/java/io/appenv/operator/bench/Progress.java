package io.appenv.operator.bench;

import java.util.Locale;

/** Lines for the person who waits. */
final class Progress {

  private static final Stopwatch SINCE_START = new Stopwatch();

  private Progress() {}

  static void heading(String text) {
    System.out.println();
    line(text);
  }

  static void line(String format, Object... values) {
    System.out.printf(
        Locale.ROOT,
        "%4d s  %s%n",
        SINCE_START.elapsed().toSeconds(),
        values.length == 0 ? format : String.format(Locale.ROOT, format, values));
  }
}
