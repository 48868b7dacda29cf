package io.appenv.operator.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parameter of a group with what it is to be.
 *
 * @param value empty for the default of the family
 * @param isStatic whether it takes effect at a restart only; RDS lets any parameter wait for one,
 *     but refuses to apply a static one at once
 */
public record ParameterSetting(String name, Optional<String> value, boolean isStatic) {

  /** The parameters of a group after these values were set. */
  public static Map<String, EngineParameter> applied(
      List<ParameterSetting> settings, Map<String, EngineParameter> before) {
    var after = new HashMap<>(before);
    settings.forEach(
        setting ->
            after.computeIfPresent(
                setting.name(),
                (_, parameter) -> setting.value().map(parameter::with).orElse(parameter)));
    return Map.copyOf(after);
  }
}
