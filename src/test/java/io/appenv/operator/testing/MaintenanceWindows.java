package io.appenv.operator.testing;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Windows as manifests give them, around the time at which a test runs. */
public final class MaintenanceWindows {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE:HH:mm", Locale.ENGLISH);

  private MaintenanceWindows() {}

  /** Two hours from this minute on, by the clock of its zone. */
  public static String from(ZonedDateTime start) {
    return (FORM.format(start) + "-" + FORM.format(start.plusHours(2))).toLowerCase(Locale.ROOT);
  }

  /** Open now, in UTC. */
  public static String open() {
    return from(ZonedDateTime.now(ZoneOffset.UTC));
  }

  /** Open this time tomorrow, in UTC. */
  public static String tomorrow() {
    return from(ZonedDateTime.now(ZoneOffset.UTC).plusDays(1));
  }
}
