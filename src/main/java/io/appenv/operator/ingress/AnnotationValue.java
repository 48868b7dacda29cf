package io.appenv.operator.ingress;

import java.util.Collection;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes values in the grammar that the AWS Load Balancer Controller reads annotations by: entries
 * between commas, key and value around an equals sign. That grammar has no way to escape anything,
 * so what could be read as something else is refused.
 */
final class AnnotationValue {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:/@~+-]+");

  private AnnotationValue() {}

  /** A value by itself; throws {@link IllegalArgumentException} where it could be read as more. */
  static String word(String value) {
    if (!WORD.matcher(value).matches()) {
      throw new IllegalArgumentException("a value that annotations cannot carry");
    }
    return value;
  }

  /** A list of values, with the same exception. */
  static String list(Collection<String> values) {
    return values.stream().map(AnnotationValue::word).collect(Collectors.joining(","));
  }

  /** Keys and values, with the same exception. */
  static String attributes(SortedMap<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> word(entry.getKey()) + "=" + word(entry.getValue()))
        .collect(Collectors.joining(","));
  }
}
