package io.appenv.operator.cache;

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

/** Plans the ElastiCache replication group of an environment, in the order of the steps. */
public final class CachePlanner implements DomainPlanner {

  private static final List<CacheStep> STEPS =
      List.of(new SubnetGroupStep(), new ReplicationGroupStep());

  private final CacheStep deletion = new CacheDeletion();

  @Override
  public Plan apply(Desired desired, Observed observed, IntentRecord recorded) {
    return facts(desired, observed, recorded).map(CachePlanner::apply).orElseGet(Plan::empty);
  }

  @Override
  public Plan delete(Desired desired, Observed observed, IntentRecord recorded) {
    return facts(desired, observed, recorded).map(this::delete).orElseGet(Plan::empty);
  }

  private static Optional<CacheFacts> facts(
      Desired desired, Observed observed, IntentRecord recorded) {
    return desired
        .cache()
        .filter(cache -> desired.backend() == DataBackend.AWS)
        .map(cache -> CacheFacts.of(desired, cache, observed, recorded));
  }

  private static Plan apply(CacheFacts facts) {
    if (facts.isUnseen()) {
      return observing();
    }
    var foreign = OwnedResource.firstForeign(facts.environment(), facts.resources());
    if (foreign.isPresent()) {
      return Plan.of(foreign.get());
    }
    return STEPS.stream().map(step -> step.plan(facts)).reduce(Plan.empty(), Plan::and);
  }

  private Plan delete(CacheFacts facts) {
    return facts.isUnseenForDeletion() ? observing() : deletion.plan(facts);
  }

  private static Plan observing() {
    return Plan.of(
        new Failure.Waiting(
            Component.CACHE, Reason.OBSERVING, "the cache has not been looked at yet"));
  }
}
