package io.appenv.operator.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the parameters of a group with what is wanted of them. AWS notes no user as the source
 * of a parameter that was set to the default of its family, so what is wanted is compared by value.
 *
 * @param keepsOthers whether what somebody set stays where nothing is wanted of it
 * @param seen all parameters that the family has
 */
public record WantedParameters(
    Map<String, String> wanted, boolean keepsOthers, Map<String, EngineParameter> seen) {

  public WantedParameters {
    wanted = Map.copyOf(wanted);
    seen = Map.copyOf(seen);
  }

  /** What differs and can be changed, in the order of the names. */
  public List<ParameterSetting> toSet() {
    return new TreeMap<>(wanted)
        .entrySet().stream()
            .filter(it -> isModifiable(it.getKey()) && !has(it.getKey(), it.getValue()))
            .map(it -> setting(it.getKey(), Optional.of(it.getValue())))
            .toList();
  }

  /** What somebody set and is not wanted. */
  public List<ParameterSetting> toReset() {
    return new TreeMap<>(seen)
        .entrySet().stream()
            .filter(it -> !keepsOthers && it.getValue().isSet() && it.getValue().isModifiable())
            .filter(it -> !wanted.containsKey(it.getKey()))
            .map(it -> setting(it.getKey(), Optional.empty()))
            .toList();
  }

  /** The names of what is wanted and cannot be. */
  public List<String> refused() {
    return new TreeMap<>(wanted)
        .entrySet().stream()
            .filter(it -> !isModifiable(it.getKey()) && !has(it.getKey(), it.getValue()))
            .map(Map.Entry::getKey)
            .toList();
  }

  public boolean isEmpty() {
    return all().isEmpty();
  }

  public boolean needRestart() {
    return all().stream().anyMatch(ParameterSetting::isStatic);
  }

  /** For people. */
  public String wishes() {
    return all().stream()
        .map(it -> it.name() + "=" + it.value().orElse("the default"))
        .collect(Collectors.joining(", "));
  }

  /** For people, the values there are in place of those that are wanted. */
  public String found() {
    return all().stream()
        .map(ParameterSetting::name)
        .map(name -> name + "=" + parameter(name).flatMap(EngineParameter::value).orElse("nothing"))
        .collect(Collectors.joining(", "));
  }

  private List<ParameterSetting> all() {
    return Stream.concat(toSet().stream(), toReset().stream()).toList();
  }

  private ParameterSetting setting(String name, Optional<String> value) {
    var isStatic = seen.containsKey(name) && parameter(name).orElseThrow().isStatic();
    return new ParameterSetting(name, value, isStatic);
  }

  private boolean isModifiable(String name) {
    return parameter(name).filter(EngineParameter::isModifiable).isPresent();
  }

  private boolean has(String name, String value) {
    return parameter(name).flatMap(EngineParameter::value).filter(value::equals).isPresent();
  }

  private Optional<EngineParameter> parameter(String name) {
    return Optional.ofNullable(seen.get(name));
  }
}
