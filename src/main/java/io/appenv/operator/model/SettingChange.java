package io.appenv.operator.model;

import java.util.List;
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

  public static <T, S> SettingChange<S> of(Difference<T> difference, Function<T, S> setting) {
    return new SettingChange<>(difference, List.of(setting.apply(difference.to())));
  }
}
