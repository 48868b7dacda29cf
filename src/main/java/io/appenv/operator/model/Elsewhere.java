package io.appenv.operator.model;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for a data store of an environment where its spec does not. */
final class Elsewhere {

  private Elsewhere() {}

  /**
   * Looked for only where the named one is not the environment's, which hardly ever happens.
   *
   * @param others names of what is known besides
   */
  static <T extends DataStore> Optional<T> find(
      EnvironmentId environment,
      String identifier,
      Set<String> others,
      Custody custody,
      Listing<Map<String, T>> listing) {
    return listing
        .seen()
        .found()
        .filter(all -> !isHeld(environment, all.get(identifier)))
        .flatMap(all -> find(environment, identifier, others, custody, all));
  }

  private static boolean isHeld(EnvironmentId environment, @Nullable DataStore named) {
    return named != null && Ownership.holds(environment, named.tags());
  }

  private static <T extends DataStore> Optional<T> find(
      EnvironmentId environment,
      String identifier,
      Set<String> others,
      Custody custody,
      Map<String, T> all) {
    return all.values().stream()
        .filter(it -> !it.identifier().equals(identifier) && !others.contains(it.identifier()))
        .filter(
            it ->
                Ownership.holds(environment, it.tags())
                    || (!custody.adopted()
                        && Ownership.isRetainedElsewhere(environment, it.tags())))
        .min(
            Comparator.comparing((T it) -> !Ownership.holds(environment, it.tags()))
                .thenComparing(DataStore::identifier));
  }
}
