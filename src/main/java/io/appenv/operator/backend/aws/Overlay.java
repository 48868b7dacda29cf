package io.appenv.operator.backend.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What adding tags, or setting parameters, does to those that are there. */
final class Overlay {

  private Overlay() {}

  static UnaryOperator<Map<String, String>> of(Map<String, String> added) {
    return before -> {
      var after = new HashMap<>(before);
      after.putAll(added);
      return Map.copyOf(after);
    };
  }
}
