package io.appenv.operator.model;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * A value that AWS may have accepted but not applied yet (PendingModifiedValues). What is accepted
 * counts: sending it again would be a write without effect, and a pending value nobody wants any
 * more is taken back by sending the wanted one.
 *
 * @param change what is still to be sent
 * @param awaited what AWS holds for its maintenance window
 */
public record DeferredValue<T>(Optional<Difference<T>> change, Optional<Difference<T>> awaited) {

  public static <T> DeferredValue<T> compare(
      SpecField field, T current, Optional<T> pending, T desired) {
    return compare(field, current, pending, desired, desired::equals);
  }

  /**
   * Compares where more than one value is as desired.
   *
   * @param accepted which values are as good as the desired one
   */
  public static <T> DeferredValue<T> compare(
      SpecField field, T current, Optional<T> pending, T desired, Predicate<T> accepted) {
    if (accepted.test(pending.orElse(current))) {
      return new DeferredValue<>(
          Optional.empty(), pending.map(value -> Difference.of(field, current, value)));
    }
    return new DeferredValue<>(
        Optional.of(Difference.of(field, pending.orElse(current), desired)), Optional.empty());
  }

  public static <T> DeferredValue<T> unchanged() {
    return new DeferredValue<>(Optional.empty(), Optional.empty());
  }
}
