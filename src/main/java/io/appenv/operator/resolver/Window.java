package io.appenv.operator.resolver;

import io.appenv.operator.model.WeeklyWindow;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A daily ({@code hh:mm-hh:mm}) or weekly ({@code ddd:hh:mm-ddd:hh:mm}) window in UTC; it may cross
 * midnight or the end of the week.
 *
 * @param text as it was written, which is the form AWS takes
 * @param startOfDay minute of the day at which it starts
 * @param minutes its length
 */
record Window(String text, int startOfDay, int minutes) {

  private static final int DAY = 24 * 60;
  private static final String TIME = "([01][0-9]|2[0-3]):([0-5][0-9])";
  private static final Pattern DAILY = Pattern.compile(TIME + "-" + TIME);

  /** What stands for a text that could not be read. */
  static final Window NONE = new Window("", 0, 0);

  static Optional<Window> daily(String text, int leastMinutes) {
    var form = DAILY.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    var start = minuteOfDay(form, 1);
    var length = Math.floorMod(minuteOfDay(form, 3) - start, DAY);
    return Optional.of(new Window(text, start, length)).filter(w -> length >= leastMinutes);
  }

  /** A maintenance window is shorter than a day, which AWS demands too. */
  static Optional<Window> weekly(String text, int leastMinutes) {
    return WeeklyWindow.read(text, ZoneOffset.UTC)
        .map(it -> new Window(text, it.start().toSecondOfDay() / 60, (int) it.length().toMinutes()))
        .filter(it -> it.minutes() >= leastMinutes);
  }

  /**
   * Whether the two meet on some day. AWS refuses a daily window that meets the maintenance window
   * on its day, so the day of the week does not matter.
   */
  boolean overlaps(Window other) {
    return Math.floorMod(other.startOfDay - startOfDay, DAY) < minutes
        || Math.floorMod(startOfDay - other.startOfDay, DAY) < other.minutes;
  }

  /** A weekly window as one by the clock of a time zone. */
  WeeklyWindow in(ZoneId zone) {
    return WeeklyWindow.read(text, zone).orElseThrow();
  }

  private static int minuteOfDay(Matcher form, int group) {
    return Integer.parseInt(form.group(group)) * 60 + Integer.parseInt(form.group(group + 1));
  }
}
