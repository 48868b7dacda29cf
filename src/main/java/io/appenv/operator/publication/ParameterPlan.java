package io.appenv.operator.publication;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DesiredPublication;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.OwnedResource;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.PublicationAction;
import io.appenv.operator.model.PublishedParameter;
import io.appenv.operator.model.PublishedValues;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of the parameters of an environment. */
final class ParameterPlan {

  private final DesiredPublication desired;
  private final Set<String> untold;
  private final Custody custody;

  /**
   * @param untold names of parameters of which AWS does not tell whose they are
   */
  ParameterPlan(EnvironmentId environment, DesiredPublication desired, Set<String> untold) {
    this.desired = desired;
    this.untold = untold;
    this.custody = new Custody(environment, desired.tags());
  }

  Plan apply(Map<String, PublishedParameter> seen, PublishedValues values) {
    return desired.parameters().stream()
        .sorted()
        .map(it -> output(it, seen, Optional.ofNullable(values.parameters().get(it))))
        .reduce(Plan.empty(), Plan::and)
        .and(Plan.of(removals(seen).toList()));
  }

  /** Without a value, what is there stays. */
  private Plan output(String output, Map<String, PublishedParameter> seen, Optional<String> value) {
    var name = desired.parameter(output);
    if (untold.contains(name)) {
      return Plan.empty();
    }
    return Optional.ofNullable(seen.get(name))
        .map(it -> present(it, value))
        .orElseGet(() -> value.map(it -> absent(name, it)).orElseGet(Plan::empty));
  }

  private Plan absent(String name, String value) {
    return Plan.of(
        PlannedAction.now(
            new PublicationAction.CreateParameter(name, value, desired.tags()),
            "it is not published yet",
            ChangeClass.IN_PLACE));
  }

  private Plan present(PublishedParameter parameter, Optional<String> value) {
    var resource = resource(parameter);
    return custody
        .obstacle(resource)
        .map(Plan::of)
        .orElseGet(() -> Plan.of(changes(parameter, resource, value)));
  }

  private List<PlannedAction> changes(
      PublishedParameter parameter, OwnedResource resource, Optional<String> value) {
    var actions = new ArrayList<PlannedAction>();
    var missing = custody.missing(resource);
    if (!missing.isEmpty()) {
      actions.add(
          PlannedAction.now(
              new PublicationAction.TagParameter(parameter.name(), missing),
              "its tags do not say whose it is",
              ChangeClass.IN_PLACE));
    }
    value
        .filter(it -> !it.equals(parameter.value()))
        .map(
            it ->
                PlannedAction.now(
                    new PublicationAction.OverwriteParameter(parameter.name(), it),
                    "%s -> %s".formatted(parameter.value(), it),
                    ChangeClass.IN_PLACE))
        .ifPresent(actions::add);
    return actions;
  }

  private Stream<PlannedAction> removals(Map<String, PublishedParameter> seen) {
    var wanted = desired.parameters().stream().map(desired::parameter).collect(Collectors.toSet());
    return own(seen)
        .filter(it -> !wanted.contains(it.name()))
        .map(it -> deletion(it, "it is not published any more"));
  }

  Plan delete(Map<String, PublishedParameter> seen) {
    return Plan.of(own(seen).map(it -> deletion(it, "the environment is deleted")).toList());
  }

  private Stream<PublishedParameter> own(Map<String, PublishedParameter> seen) {
    return seen.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .filter(it -> custody.isOurs(resource(it)));
  }

  private static PlannedAction deletion(PublishedParameter parameter, String reason) {
    return PlannedAction.now(
        new PublicationAction.DeleteParameter(parameter.name()), reason, ChangeClass.IN_PLACE);
  }

  private static OwnedResource resource(PublishedParameter parameter) {
    return new OwnedResource(
        new ResourceRef(ResourceKind.PARAMETER, parameter.name()),
        parameter.arn(),
        parameter.tags());
  }
}
