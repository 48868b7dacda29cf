package io.appenv.operator.model;

import java.util.Optional;

/**
 * A parameter of the database engine, as its group has it.
 *
 * @param value empty where the engine decides
 * @param isSet by somebody, to another value than the default of the family
 * @param isStatic whether a change takes effect only when the database restarts
 * @param isModifiable whether RDS lets anybody change it
 */
public record EngineParameter(
    Optional<String> value, boolean isSet, boolean isStatic, boolean isModifiable) {

  public EngineParameter with(String other) {
    return new EngineParameter(Optional.of(other), true, isStatic, isModifiable);
  }
}
