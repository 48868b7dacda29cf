package io.appenv.operator.backend.aws;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Resources by their name, of which a listing that is read page by page may have one twice. */
final class Named {

  private Named() {}

  static <T> Collector<T, ?, Map<String, T>> by(Function<T, String> name) {
    return Collectors.toUnmodifiableMap(name, it -> it, (_, last) -> last);
  }
}
