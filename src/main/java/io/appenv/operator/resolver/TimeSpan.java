package io.appenv.operator.resolver;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time as a whole number and s, m or h, between two bounds that are both included. */
record TimeSpan(Duration least, Duration most, String remedy) {

  static final TimeSpan TERMINATION_GRACE =
      new TimeSpan(Duration.ofSeconds(1), Duration.ofMinutes(60), "write 1s to 60m, such as 30s");
  static final TimeSpan AVAILABLE_WITHIN =
      new TimeSpan(Duration.ofSeconds(30), Duration.ofHours(24), "write 30s to 24h, such as 10m");
  static final TimeSpan STARTUP =
      new TimeSpan(Duration.ofSeconds(10), Duration.ofMinutes(60), "write 10s to 60m, such as 5m");

  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,4}[smh]");

  Optional<Duration> parse(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(amount(text)).filter(this::isWithin)
        : Optional.empty();
  }

  private static Duration amount(String text) {
    var number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(number);
      case 'm' -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  private boolean isWithin(Duration amount) {
    return amount.compareTo(least) >= 0 && amount.compareTo(most) <= 0;
  }
}
