package io.appenv.operator.backend.aws;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tags by their keys, and back: every service of AWS has a class of its own for them. */
final class TagPairs {

  private TagPairs() {}

  static <T> Map<String, String> read(
      Collection<T> tags, Function<T, String> key, Function<T, @Nullable String> value) {
    return tags.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                key, tag -> AbsentFields.orEmpty(value.apply(tag)), (first, last) -> last));
  }

  /** In the order of their keys, so that equal tags make equal requests. */
  static <T> List<T> written(Map<String, String> tags, BiFunction<String, String, T> tag) {
    return tags.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(it -> tag.apply(it.getKey(), it.getValue()))
        .toList();
  }
}
