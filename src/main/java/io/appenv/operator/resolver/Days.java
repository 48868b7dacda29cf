package io.appenv.operator.resolver;

import java.util.Optional;
import java.util.regex.Pattern;

/** A number of days that AWS keeps backups for: {@code 1d} to {@code 35d}. */
final class Days {

  static final String REMEDY = "write days from 1d to 35d, for example 7d";

  private static final Pattern FORM = Pattern.compile("([1-9]|[12][0-9]|3[0-5])d");

  private Days() {}

  static Optional<Integer> parse(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(Integer.valueOf(text.substring(0, text.length() - 1)))
        : Optional.empty();
  }
}
