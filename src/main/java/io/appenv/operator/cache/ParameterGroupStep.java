package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.ParameterCalls;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.ParameterSetting;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.model.WantedParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The engine parameters, where the spec names any. All but few of Redis are taken over by nodes
 * that run; the others, for which every node would have to be restarted, are refused.
 */
final class ParameterGroupStep implements CacheStep {

  @Override
  public Plan plan(CacheFacts facts) {
    return facts.wantedParameters().map(wanted -> plan(facts, wanted)).orElseGet(Plan::empty);
  }

  private static Plan plan(CacheFacts facts, Map<String, String> wanted) {
    return switch (facts.observed().parameterGroup()) {
      case Sighting.Unseen<ParameterGroup> _ -> Plan.empty();
      case Sighting.Absent<ParameterGroup> _ -> create(facts.desired(), wanted);
      case Sighting.Present<ParameterGroup>(var group) ->
          MissingTags.plan(facts.owned(group), facts.ownershipTags())
              .and(isLeft(facts) ? Plan.empty() : correct(group, compared(wanted, group)));
    };
  }

  /** How the parameters that the spec names stand; empty where it names none, or none are seen. */
  static Optional<WantedParameters> judged(CacheFacts facts) {
    return facts
        .wantedParameters()
        .flatMap(
            wanted ->
                facts.observed().parameterGroup().found().map(group -> compared(wanted, group)));
  }

  private static WantedParameters compared(Map<String, String> wanted, ParameterGroup group) {
    return new WantedParameters(wanted, false, group.parameters());
  }

  private static boolean isLeft(CacheFacts facts) {
    return facts.corrections().left().contains(SpecField.CACHE_PARAMETERS.shortName());
  }

  private static Plan create(DesiredCache desired, Map<String, String> wanted) {
    var group = desired.parameters().group();
    return Plan.of(
            PlannedAction.now(
                new CacheAction.CreateParameterGroup(desired),
                "no parameter group " + group + " exists",
                ChangeClass.IN_PLACE))
        .and(set(group, initial(wanted)));
  }

  /**
   * Of a group that is not there yet nobody knows what its family has; AWS refuses what it has not.
   */
  private static List<ParameterSetting> initial(Map<String, String> wanted) {
    return new TreeMap<>(wanted)
        .entrySet().stream()
            .map(it -> new ParameterSetting(it.getKey(), Optional.of(it.getValue()), false))
            .toList();
  }

  private static Plan correct(ParameterGroup group, WantedParameters parameters) {
    var refused =
        Stream.concat(
                parameters.refused().stream().map(name -> refused(group, name)),
                waiting(parameters.toSet()).map(it -> needsRestart(it.name())))
            .toList();
    return set(group.name(), atOnce(parameters.toSet()))
        .and(reset(group, atOnce(parameters.toReset())))
        .and(Plan.of(List.of(), refused));
  }

  private static List<ParameterSetting> atOnce(List<ParameterSetting> parameters) {
    return parameters.stream().filter(it -> !it.isStatic()).toList();
  }

  private static Stream<ParameterSetting> waiting(List<ParameterSetting> parameters) {
    return parameters.stream().filter(ParameterSetting::isStatic);
  }

  private static Plan set(String group, List<ParameterSetting> parameters) {
    return ParameterCalls.set(parameters, some -> new CacheAction.SetParameters(group, some));
  }

  private static Plan reset(ParameterGroup group, List<ParameterSetting> parameters) {
    return ParameterCalls.reset(
        group.family(), parameters, some -> new CacheAction.ResetParameters(group.name(), some));
  }

  private static Failure refused(ParameterGroup group, String name) {
    return failure(
        "spec.cache.parameters names %s, which %s; remove it, or write one of those that aws elasticache describe-engine-default-parameters --cache-parameter-group-family %s lists as modifiable"
            .formatted(
                name,
                group.parameters().containsKey(name)
                    ? "ElastiCache lets nobody change"
                    : "family %s does not have".formatted(group.family()),
                group.family()));
  }

  private static Failure needsRestart(String name) {
    return failure(
        "spec.cache.parameters names %s, for which all nodes would have to be restarted, which the operator does not do; remove it"
            .formatted(name));
  }

  private static Failure failure(String message) {
    return new Failure.Terminal(Component.CACHE, Reason.INVALID_REQUEST, message);
  }
}
