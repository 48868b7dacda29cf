package io.appenv.operator.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A difference with what has to be sent to end it.
 *
 * @param settings more than one where AWS demands that others are named with it
 */
public record SettingChange<S>(Difference<?> difference, List<S> settings) {

  public SettingChange {
    settings = List.copyOf(settings);
  }

  /** The one setting that ends a difference, if there is one. */
  public static <T, S> Optional<SettingChange<S>> of(
      Optional<Difference<T>> difference, Function<T, S> setting) {
    return difference.map(it -> new SettingChange<>(it, List.of(setting.apply(it.to()))));
  }
}
