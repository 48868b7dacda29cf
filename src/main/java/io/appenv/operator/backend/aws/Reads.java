package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Listed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What AWS told of many resources, one at a time.
 *
 * @param values by key; what vanished meanwhile is in neither
 * @param refused why it does not tell of some, as long as nothing is changed about these
 */
record Reads<V>(Map<String, V> values, Map<String, Failure> refused) {

  Reads {
    values = Map.copyOf(values);
    refused = Map.copyOf(refused);
  }

  /** Empty for what vanished, and for what AWS does not tell. */
  Optional<V> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The same where this counts for what was refused of some. */
  Reads<V> orElse(Set<String> keys, V value) {
    var all = new HashMap<>(values);
    var left = new HashMap<>(refused);
    keys.stream().filter(key -> left.remove(key) != null).forEach(key -> all.put(key, value));
    return new Reads<>(all, left);
  }

  /** The same where this counts for others, which were not read. */
  Reads<V> beside(Collection<String> keys, V value) {
    var all = new HashMap<>(values);
    keys.forEach(key -> all.put(key, value));
    return new Reads<>(all, refused);
  }

  /**
   * Listed resources with what was read of each, by their name.
   *
   * @param key by which it was read
   */
  <G, T> Listed<T> join(
      List<G> groups,
      Function<G, String> key,
      Function<G, String> name,
      BiFunction<G, V, T> joined) {
    var found = new HashMap<String, T>();
    groups.forEach(
        group ->
            value(key.apply(group))
                .ifPresent(value -> found.put(name.apply(group), joined.apply(group, value))));
    return new Listed<>(found, refusedOf(groups, key, name));
  }

  /** The same by the names of listed resources. */
  <G> Reads<V> named(List<G> groups, Function<G, String> key, Function<G, String> name) {
    var listed = join(groups, key, name, (_, value) -> value);
    return new Reads<>(listed.found(), listed.refused());
  }

  /** What was read of each in two ways; what is refused in one is refused. */
  <W, R> Reads<R> with(Reads<W> other, BiFunction<V, W, R> both) {
    var all = new HashMap<String, R>();
    values.forEach(
        (key, value) ->
            other.value(key).ifPresent(beside -> all.put(key, both.apply(value, beside))));
    var left = new HashMap<>(refused);
    left.putAll(other.refused);
    return new Reads<>(all, left);
  }

  /** What was refused of listed resources, by their name. */
  <G> Map<String, Failure> refusedOf(
      List<G> groups, Function<G, String> key, Function<G, String> name) {
    return groups.stream()
        .filter(group -> refused.containsKey(key.apply(group)))
        .collect(
            Collectors.toUnmodifiableMap(
                name, group -> refusal(key.apply(group)), (first, _) -> first));
  }

  private Failure refusal(String key) {
    var failure = refused.get(key);
    if (failure == null) {
      throw new IllegalStateException("nothing was refused of " + key);
    }
    return failure;
  }
}
