package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.OperationsSpec;
import io.appenv.operator.model.WeeklyWindow;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The maintenance window of a whole environment, in the time of the people who use it. */
final class EnvironmentWindow {

  private static final String FIELD = "spec.operations.maintenanceWindow";
  private static final int LEAST_MINUTES = 30;
  private static final String UTC = "UTC";

  private EnvironmentWindow() {}

  /** Empty where none is given, or none that can be read: that is added to the problems. */
  static Optional<WeeklyWindow> read(Problems problems, @Nullable OperationsSpec operations) {
    if (operations == null || operations.maintenanceWindow() == null) {
      return Optional.empty();
    }
    var spec = operations.maintenanceWindow();
    var zone =
        problems.parsed(
            FIELD + ".timeZone",
            spec.timeZone() == null ? UTC : spec.timeZone(),
            ZoneOffset.UTC,
            EnvironmentWindow::zone,
            "write the name of a time zone of the IANA database, for example Asia/Tokyo");
    var window =
        problems.parsed(
            FIELD + ".window",
            spec.window(),
            Window.NONE,
            text -> Window.weekly(text, LEAST_MINUTES),
            "write a weekly window as ddd:hh:mm-ddd:hh:mm, at least 30 minutes and less than a"
                + " day, for example sun:03:00-sun:05:00");
    return Optional.of(window).filter(it -> !it.equals(Window.NONE)).map(it -> it.in(zone));
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
