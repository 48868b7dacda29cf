package io.appenv.operator.model;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is remembered from pass to pass to tell drift from a wish that is still to be fulfilled.
 *
 * @param reached by path, the wish as which AWS was last seen; at most one for each setting
 * @param drifts what differed in the last pass
 */
public record DriftMemory(Map<String, String> reached, List<Drift> drifts) {

  public DriftMemory {
    reached = Collections.unmodifiableMap(new TreeMap<>(reached));
    drifts = List.copyOf(drifts);
  }

  public static DriftMemory none() {
    return new DriftMemory(Map.of(), List.of());
  }

  /** Without what is known of these data stores. */
  DriftMemory without(Collection<Component> forgotten) {
    var kept = new TreeMap<>(reached);
    forgotten.forEach(it -> kept.keySet().removeIf(path -> path.startsWith(Standing.prefix(it))));
    return new DriftMemory(
        kept, drifts.stream().filter(drift -> forgotten.stream().noneMatch(drift::isOf)).toList());
  }

  Optional<Instant> since(String path) {
    return drifts.stream().filter(it -> it.path().equals(path)).map(Drift::since).findFirst();
  }

  boolean hasReached(Standing standing) {
    return standing.wish().equals(reached.get(standing.path()));
  }
}
