package io.appenv.operator.model;

import java.util.Optional;

/**
 * What is known of one thing outside the cluster. "Not looked yet" and "looked and not there" are
 * different facts: only the second may lead to a create.
 */
public sealed interface Sighting<T> {

  /** Nobody has looked since it could have changed. */
  record Unseen<T>() implements Sighting<T> {}

  /** A complete listing did not contain it. */
  record Absent<T>() implements Sighting<T> {}

  /** It was in the listing. */
  record Present<T>(T value) implements Sighting<T> {}

  static <T> Sighting<T> unseen() {
    return new Unseen<>();
  }

  static <T> Sighting<T> absent() {
    return new Absent<>();
  }

  static <T> Sighting<T> present(T value) {
    return new Present<>(value);
  }

  default Optional<T> found() {
    return switch (this) {
      case Present<T> present -> Optional.of(present.value());
      case Absent<T> _ -> Optional.empty();
      case Unseen<T> _ -> Optional.empty();
    };
  }
}
