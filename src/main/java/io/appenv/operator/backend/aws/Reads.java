package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Failure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
