package io.appenv.operator.resolver;

import java.util.Optional;
import java.util.regex.Pattern;

/** Size of a database volume: a whole number and {@code Gi}, within what RDS offers. */
final class StorageSize {

  static final String REMEDY =
      "write a whole number and Gi from 20Gi to 65536Gi, for example 100Gi";

  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{1,4}Gi");
  private static final int LEAST = 20;
  private static final int MOST = 65_536;

  private StorageSize() {}

  /** GiB; empty when the text is no such size. */
  static Optional<Integer> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    var gibibytes = Integer.parseInt(text.substring(0, text.length() - 2));
    return gibibytes < LEAST || gibibytes > MOST ? Optional.empty() : Optional.of(gibibytes);
  }
}
