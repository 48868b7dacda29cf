package io.appenv.operator.model;

import java.util.Optional;

/**
 * A parameter of a group with what it is to be.
 *
 * @param value empty for the default of the family
 * @param isStatic whether it takes effect at a restart only; RDS lets any parameter wait for one,
 *     but refuses to apply a static one at once
 */
public record ParameterSetting(String name, Optional<String> value, boolean isStatic) {}
