package io.appenv.operator.scaling;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sizes of the data stores that count now: the most memory, and the most nodes, of what the
 * manifest says and the overrides in force ask for.
 *
 * @param inForce sorted by name
 */
record EffectiveData(DataLimits limits, List<InForce> inForce) {

  private static final Comparator<String> BY_MEMORY =
      Comparator.<String, Long>comparing(name -> InstanceMemory.of(name).orElse(0L))
          .thenComparing(Comparator.naturalOrder());

  EffectiveData {
    inForce = List.copyOf(inForce);
  }

  /** Empty where the manifest's own counts. */
  Optional<String> instanceClass() {
    return limits
        .instanceClass()
        .flatMap(
            own ->
                inForce.stream()
                    .flatMap(it -> it.wish().data().instanceClass().stream())
                    .max(BY_MEMORY)
                    .filter(name -> isLarger(name, own)));
  }

  private static boolean isLarger(String name, String own) {
    return InstanceMemory.of(name).orElse(0L) > InstanceMemory.of(own).orElse(0L);
  }

  /** Empty where the manifest's own counts. */
  Optional<Integer> nodes() {
    return limits
        .nodes()
        .flatMap(
            own ->
                inForce.stream()
                    .flatMap(it -> it.wish().data().nodes().stream())
                    .max(Integer::compare)
                    .filter(most -> most > own));
  }

  /** What is not the manifest's own, instead of what, and by whom. */
  Stream<String> words() {
    return Stream.of(
            instanceClass()
                .map(
                    it ->
                        "database: %s instead of %s, by %s"
                            .formatted(
                                it,
                                limits.instanceClass().orElse(""),
                                authors(wish -> wish.instanceClass().isPresent()))),
            nodes()
                .map(
                    it ->
                        "cache: %d nodes instead of %d, by %s"
                            .formatted(
                                it,
                                limits.nodes().orElse(0),
                                authors(wish -> wish.nodes().isPresent()))))
        .flatMap(Optional::stream);
  }

  private String authors(Predicate<DataWish> asks) {
    return inForce.stream()
        .filter(it -> asks.test(it.wish().data()))
        .map(InForce::words)
        .collect(Collectors.joining(", "));
  }
}
