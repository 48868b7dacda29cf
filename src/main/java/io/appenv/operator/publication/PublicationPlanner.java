package io.appenv.operator.publication;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredPublication;
import io.appenv.operator.model.DomainPlanner;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.Standing;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Plans what an environment publishes of itself. All of it are copies of what is known elsewhere:
 * so what is gone is written anew, what somebody changed is written over, and nothing is kept.
 */
public final class PublicationPlanner implements DomainPlanner {

  @Override
  public Plan apply(Desired desired, Observed observed, IntentRecord recorded) {
    return desired
        .publication()
        .map(it -> apply(desired, it, observed, recorded))
        .orElseGet(Plan::empty);
  }

  private static Plan apply(
      Desired desired, DesiredPublication wanted, Observed observed, IntentRecord recorded) {
    var seen = observed.publication();
    return plan(
        wanted.isEmpty() && !isRecorded(recorded),
        seen.parameters(),
        seen.secrets(),
        (parameters, secrets) ->
            new ParameterPlan(desired.environment(), wanted, seen.untold())
                .apply(parameters, recorded.published())
                .and(
                    new SecretPlan(desired.environment(), wanted)
                        .apply(secrets, recorded.published())));
  }

  @Override
  public Plan delete(Desired desired, Observed observed, IntentRecord recorded) {
    return desired
        .publication()
        .map(
            wanted ->
                plan(
                    wanted.isEmpty() && !isRecorded(recorded),
                    observed.publication().parameters(),
                    observed.publication().secrets(),
                    (parameters, secrets) ->
                        new ParameterPlan(
                                desired.environment(), wanted, observed.publication().untold())
                            .delete(parameters)
                            .and(new SecretPlan(desired.environment(), wanted).delete(secrets))))
        .orElseGet(Plan::empty);
  }

  private interface Drawing<P, S> {
    Plan of(P parameters, S secrets);
  }

  private static <P, S> Plan plan(
      boolean isNobodysConcern,
      Sighting<P> parameters,
      Sighting<S> secrets,
      Drawing<P, S> drawing) {
    return parameters
        .found()
        .flatMap(one -> secrets.found().map(other -> drawing.of(one, other)))
        .orElseGet(() -> isNobodysConcern ? Plan.empty() : observing());
  }

  /** Whether something was, or may have been, published before. */
  private static boolean isRecorded(IntentRecord recorded) {
    return Stream.concat(recorded.intended().stream(), recorded.established().stream())
        .anyMatch(it -> it.kind() == ResourceKind.PARAMETER || it.kind() == ResourceKind.SECRET);
  }

  private static Plan observing() {
    return Plan.of(
        new Failure.Waiting(
            Component.CONFIGURATION,
            Reason.OBSERVING,
            "what is published has not been looked at yet"));
  }

  /** No field of the spec is a setting of a parameter or secret. */
  @Override
  public Map<Component, List<Standing>> standings(Desired desired, Observed observed) {
    return Map.of();
  }
}
