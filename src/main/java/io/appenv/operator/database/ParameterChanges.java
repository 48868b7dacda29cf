package io.appenv.operator.database;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.EngineParameter;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.ParameterSetting;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SpecField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the parameters of a group differ from what is desired. RDS notes no user as the source of a
 * parameter that was set to the default of its family, so what is desired is compared by value.
 *
 * @param reset what somebody set and nobody wants
 * @param refused what the family does not have, or RDS lets nobody change
 */
record ParameterChanges(
    List<ParameterSetting> set, List<ParameterSetting> reset, List<Failure> refused) {

  private static final ParameterChanges NONE =
      new ParameterChanges(List.of(), List.of(), List.of());

  ParameterChanges {
    set = List.copyOf(set);
    reset = List.copyOf(reset);
    refused = List.copyOf(refused);
  }

  /** None of a group that cannot be judged, or is left as it is found. */
  static ParameterChanges of(DatabaseFacts facts) {
    return judged(facts)
        .filter(_ -> !facts.leaves(SpecField.DATABASE_PARAMETERS.shortName()))
        .orElse(NONE);
  }

  /** Empty for a group that is not there, or that is of a family it cannot leave. */
  static Optional<ParameterChanges> judged(DatabaseFacts facts) {
    var desired = facts.desired();
    return facts
        .observed()
        .parameterGroup()
        .found()
        .filter(group -> group.family().equals(desired.parameterFamily()))
        .filter(_ -> facts.takesParameters())
        .map(group -> of(desired, group));
  }

  private static ParameterChanges of(DesiredDatabase desired, ParameterGroup group) {
    var set = new ArrayList<ParameterSetting>();
    new TreeMap<>(desired.parameters())
        .forEach(
            (name, value) -> {
              var seen = group.parameters().get(name);
              if (seen != null && seen.isModifiable() && !has(seen, value)) {
                set.add(new ParameterSetting(name, Optional.of(value), seen.isStatic()));
              }
            });
    return new ParameterChanges(set, reset(desired, group), refusals(desired, group.parameters()));
  }

  /**
   * What of the declared parameters a group does not take.
   *
   * @param known the parameters that its family has
   */
  static List<Failure> refusals(DesiredDatabase desired, Map<String, EngineParameter> known) {
    return new TreeMap<>(desired.parameters())
        .entrySet().stream()
            .filter(it -> isRefused(known.get(it.getKey()), it.getValue()))
            .map(it -> refused(desired.parameterFamily(), it.getKey(), known.get(it.getKey())))
            .toList();
  }

  private static boolean isRefused(@Nullable EngineParameter seen, String value) {
    return seen == null || (!seen.isModifiable() && !has(seen, value));
  }

  private static boolean has(EngineParameter seen, String value) {
    return seen.value().filter(value::equals).isPresent();
  }

  private static List<ParameterSetting> reset(DesiredDatabase desired, ParameterGroup group) {
    return desired.keepsOtherParameters()
        ? List.of()
        : new TreeMap<>(group.parameters())
            .entrySet().stream()
                .filter(it -> it.getValue().isSet() && it.getValue().isModifiable())
                .filter(it -> !desired.parameters().containsKey(it.getKey()))
                .map(ParameterChanges::reset)
                .toList();
  }

  private static ParameterSetting reset(Map.Entry<String, EngineParameter> parameter) {
    return new ParameterSetting(
        parameter.getKey(), Optional.empty(), parameter.getValue().isStatic());
  }

  private static Failure refused(String family, String name, @Nullable EngineParameter seen) {
    return new Failure.Terminal(
        Component.DATABASE,
        Reason.INVALID_REQUEST,
        "spec.database.parameters names %s, which %s; remove it, or write one of those that aws rds describe-engine-default-parameters --db-parameter-group-family %s lists as modifiable"
            .formatted(
                name,
                seen == null
                    ? "family %s does not have".formatted(family)
                    : "RDS lets nobody change",
                family));
  }

  /** For people. */
  String wished() {
    return all()
        .map(it -> it.name() + "=" + it.value().orElse("the default"))
        .collect(Collectors.joining(", "));
  }

  /** For people, the values there are in place of those that are wished. */
  String found(DatabaseFacts facts) {
    var parameters =
        facts.observed().parameterGroup().found().map(ParameterGroup::parameters).orElse(Map.of());
    return all()
        .map(ParameterSetting::name)
        .map(name -> name + "=" + value(parameters.get(name)))
        .collect(Collectors.joining(", "));
  }

  private static String value(@Nullable EngineParameter parameter) {
    return Optional.ofNullable(parameter).flatMap(EngineParameter::value).orElse("nothing");
  }

  private Stream<ParameterSetting> all() {
    return Stream.concat(set.stream(), reset.stream());
  }

  boolean isEmpty() {
    return set.isEmpty() && reset.isEmpty();
  }

  boolean needRestart() {
    return all().anyMatch(ParameterSetting::isStatic);
  }
}
