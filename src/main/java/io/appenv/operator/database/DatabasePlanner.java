package io.appenv.operator.database;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DomainPlanner;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.OwnedResource;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Standing;
import java.util.List;
import java.util.Map;
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

  @Override
  public Map<Component, List<Standing>> standings(Desired desired, Observed observed) {
    return facts(desired, observed, IntentRecord.none())
        .flatMap(DatabaseStandings::of)
        .map(it -> Map.of(Component.DATABASE, it))
        .orElseGet(Map::of);
  }

  private static Optional<DatabaseFacts> facts(
      Desired desired, Observed observed, IntentRecord recorded) {
    return desired
        .database()
        .filter(database -> desired.backend().isOnAws())
        .map(database -> DatabaseFacts.of(desired, database, observed, recorded));
  }

  private static Plan apply(DatabaseFacts facts) {
    if (facts.isUnseen()) {
      return observing();
    }
    // Given up halfway, it would be without a name; so it is given up when that is over.
    if (facts.replacement().isUnderWay()) {
      return Replacement.goOn(facts, facts.replacement());
    }
    if (facts.desired().custody().released()) {
      return Release.plan(facts);
    }
    var foreign = OwnedResource.firstForeign(facts.environment(), facts.resources());
    if (foreign.isPresent()) {
      return Plan.of(foreign.get());
    }
    return facts
        .observed()
        .elsewhere()
        .filter(other -> facts.holds(other) || isNew(facts))
        .map(other -> Plan.of(facts.holds(other) ? second(facts, other) : leftBehind(other)))
        .orElseGet(() -> takeOver(facts));
  }

  private static Plan takeOver(DatabaseFacts facts) {
    return facts
        .toTakeOver()
        .map(instance -> Takeover.plan(facts, instance, DatabasePlanner::steps))
        .orElseGet(() -> steps(facts));
  }

  /** The groups of an adopted instance are those it has. */
  private static Plan steps(DatabaseFacts facts) {
    return facts.desired().custody().adopted()
        ? new InstanceStep().plan(facts)
        : STEPS.stream().map(step -> step.plan(facts)).reduce(Plan.empty(), Plan::and);
  }

  /** Nothing is known of a database of its own. */
  private static boolean isNew(DatabaseFacts facts) {
    return facts.observed().instance().found().isEmpty() && !facts.wasEstablished();
  }

  /** Whoever sets a lost cluster up again hardly wants an empty database beside the full one. */
  private static Failure leftBehind(DatabaseInstance other) {
    return new Failure.Terminal(
        Component.DATABASE,
        Reason.NOT_OURS,
        "database %s was retained by an environment of this name in another cluster, and no empty one is created beside it; to take it over, write spec.database.adopt.identifier: %s; for a new one, remove the tag %s from it"
            .formatted(other.identifier(), other.identifier(), Ownership.RETAINED));
  }

  /** An environment that named another database would leave this one to nobody. */
  private static Failure second(DatabaseFacts facts, DatabaseInstance other) {
    return new Failure.Terminal(
        Component.DATABASE,
        Reason.ADOPTION_REFUSED,
        "the environment has database %s already, and cannot have %s as well; name that one in spec.database.adopt.identifier, or take adopt away where the operator created it, and set spec.database.release to true first"
            .formatted(other.identifier(), facts.desired().identifier()));
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
