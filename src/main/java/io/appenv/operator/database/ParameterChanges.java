package io.appenv.operator.database;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.EngineParameter;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.model.WantedParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the parameters of a database's group differ from what is desired. */
final class ParameterChanges {

  private static final WantedParameters NONE = new WantedParameters(Map.of(), true, Map.of());

  private ParameterChanges() {}

  /** None of a group that cannot be judged, or is left as it is found. */
  static WantedParameters of(DatabaseFacts facts) {
    return judged(facts)
        .filter(_ -> !facts.leaves(SpecField.DATABASE_PARAMETERS.shortName()))
        .orElse(NONE);
  }

  /** Empty for a group that is not there, or that is of a family it cannot leave. */
  static Optional<WantedParameters> judged(DatabaseFacts facts) {
    var desired = facts.desired();
    return facts
        .observed()
        .parameterGroup()
        .found()
        .filter(group -> group.family().equals(desired.parameterFamily()))
        .filter(_ -> facts.takesParameters())
        .map(ParameterGroup::parameters)
        .map(seen -> compared(desired, seen));
  }

  private static WantedParameters compared(
      DesiredDatabase desired, Map<String, EngineParameter> seen) {
    return new WantedParameters(desired.parameters(), desired.keepsOtherParameters(), seen);
  }

  /**
   * What of the declared parameters a family does not take.
   *
   * @param known the parameters that it has
   */
  static List<Failure> refusals(DesiredDatabase desired, Map<String, EngineParameter> known) {
    return refusals(desired.parameterFamily(), compared(desired, known));
  }

  static List<Failure> refusals(String family, WantedParameters parameters) {
    return parameters.refused().stream()
        .map(name -> refused(family, name, parameters.seen().containsKey(name)))
        .toList();
  }

  private static Failure refused(String family, String name, boolean known) {
    return new Failure.Terminal(
        Component.DATABASE,
        Reason.INVALID_REQUEST,
        "spec.database.parameters names %s, which %s; remove it, or write one of those that aws rds describe-engine-default-parameters --db-parameter-group-family %s lists as modifiable"
            .formatted(
                name,
                known ? "RDS lets nobody change" : "family %s does not have".formatted(family),
                family));
  }
}
