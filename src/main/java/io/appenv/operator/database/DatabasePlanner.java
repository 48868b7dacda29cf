package io.appenv.operator.database;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DomainPlanner;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.OwnedResource;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import java.util.List;
import java.util.Optional;

/** Plans the RDS instance of an environment and the groups it needs, in the order of the steps. */
public final class DatabasePlanner implements DomainPlanner {

  private static final List<DatabaseStep> STEPS =
      List.of(new SubnetGroupStep(), new ParameterGroupStep(), new InstanceStep());

  private final DatabaseStep deletion = new DatabaseDeletion();

  @Override
  public Plan apply(Desired desired, Observed observed, IntentRecord recorded) {
    return facts(desired, observed, recorded).map(DatabasePlanner::apply).orElseGet(Plan::empty);
  }

  @Override
  public Plan delete(Desired desired, Observed observed, IntentRecord recorded) {
    return facts(desired, observed, recorded).map(this::delete).orElseGet(Plan::empty);
  }

  private static Optional<DatabaseFacts> facts(
      Desired desired, Observed observed, IntentRecord recorded) {
    return desired
        .database()
        .filter(database -> desired.backend() == DataBackend.AWS)
        .map(database -> DatabaseFacts.of(desired, database, observed, recorded));
  }

  private static Plan apply(DatabaseFacts facts) {
    if (facts.isUnseen()) {
      return observing();
    }
    var foreign = OwnedResource.firstForeign(facts.environment(), facts.resources());
    if (foreign.isPresent()) {
      return Plan.of(foreign.get());
    }
    return STEPS.stream().map(step -> step.plan(facts)).reduce(Plan.empty(), Plan::and);
  }

  private Plan delete(DatabaseFacts facts) {
    return facts.isUnseenForDeletion() ? observing() : deletion.plan(facts);
  }

  private static Plan observing() {
    return Plan.of(
        new Failure.Waiting(
            Component.DATABASE, Reason.OBSERVING, "the database has not been looked at yet"));
  }
}
