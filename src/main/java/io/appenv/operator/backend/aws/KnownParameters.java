package io.appenv.operator.backend.aws;

import io.appenv.operator.model.EngineParameter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * A parameter group has hundreds of parameters, nearly all like those of every other group, so what
 * is equal is kept once.
 */
final class KnownParameters {

  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final Map<EngineParameter, EngineParameter> parameters = new ConcurrentHashMap<>();

  <P> Collector<P, ?, Map<String, EngineParameter>> collector(
      Function<P, String> name, Function<P, EngineParameter> parameter) {
    return Collectors.toUnmodifiableMap(
        it -> once(names, name.apply(it)),
        it -> once(parameters, parameter.apply(it)),
        (first, last) -> last);
  }

  private static <T> T once(Map<T, T> known, T value) {
    return known.computeIfAbsent(value, it -> it);
  }
}
