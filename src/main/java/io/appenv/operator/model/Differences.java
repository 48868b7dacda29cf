package io.appenv.operator.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The differences that travel in one call. */
public record Differences(List<Difference<?>> all) {

  public Differences {
    all = List.copyOf(all);
  }

  @SafeVarargs
  public static Differences of(Optional<? extends Difference<?>>... candidates) {
    return new Differences(
        Stream.of(candidates)
            .<Difference<?>>flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableList()));
  }

  /** Those that run at this time. */
  public Differences at(Timing timing) {
    return new Differences(all.stream().filter(it -> it.timing() == timing).toList());
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public String reason() {
    return all.stream().map(Difference::reason).collect(Collectors.joining(", "));
  }

  /** The hardest of them: a call is as disruptive as its most disruptive part. */
  public ChangeClass changeClass() {
    return all.stream()
        .<ChangeClass>map(Difference::changeClass)
        .max(Comparator.naturalOrder())
        .orElse(ChangeClass.IN_PLACE);
  }

  /** The longest of them. */
  public Interruption interruption() {
    return all.stream()
        .<Interruption>map(Difference::interruption)
        .max(Comparator.naturalOrder())
        .orElse(Interruption.NONE);
  }
}
