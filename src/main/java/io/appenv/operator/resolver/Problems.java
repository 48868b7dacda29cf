package io.appenv.operator.resolver;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with one spec while it is read. A field that cannot be read yields its
 * fallback, so that reading goes on and every problem is found in one go; with a problem collected,
 * the result is thrown away.
 */
final class Problems {

  private static final int LONGEST_QUOTE = 40;

  private final List<Failure> found = new ArrayList<>();

  List<Failure> found() {
    return List.copyOf(found);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Adds a problem: the sentence says which field and what helps. */
  void add(String sentence) {
    found.add(new Failure.Terminal(Component.SPEC, Reason.INVALID_SPEC, sentence));
  }

  /** A field that may not be missing. */
  <T> T required(String field, @Nullable T value, T fallback, String remedy) {
    if (value == null) {
      add(field + " is missing; " + remedy);
      return fallback;
    }
    return value;
  }

  /** A text in a form of its own. */
  <T> T parsed(
      String field,
      @Nullable String text,
      T fallback,
      Function<String, Optional<T>> parser,
      String remedy) {
    if (text == null) {
      add(field + " is missing; " + remedy);
      return fallback;
    }
    var value = parser.apply(text);
    if (value.isEmpty()) {
      add(field + " is " + quoted(text) + "; " + remedy);
    }
    return value.orElse(fallback);
  }

  /** A whole number between two bounds, both included. */
  int within(String field, @Nullable Integer value, int least, int most) {
    if (value == null || value < least || value > most) {
      var is = value == null ? " is missing" : " is " + value;
      add(field + is + "; write a whole number from " + least + " to " + most);
      return least;
    }
    return value;
  }

  static String quoted(String text) {
    return text.length() <= LONGEST_QUOTE
        ? "'" + text + "'"
        : "'" + text.substring(0, LONGEST_QUOTE) + "...'";
  }
}
