package io.appenv.operator.reconciler;

import io.appenv.operator.cache.CachePort;
import io.appenv.operator.database.DatabasePort;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Makes the calls a plan lists, in its order, and no others. A failed action stops the rest of its
 * component, because later actions build on earlier ones; the other component goes on.
 */
@ApplicationScoped
class PlanExecutor {

  private static final Logger LOG = Logger.getLogger(PlanExecutor.class);

  private final DatabasePort databases;
  private final CachePort caches;

  PlanExecutor(DatabasePort databases, CachePort caches) {
    this.databases = databases;
    this.caches = caches;
  }

  /** Returns what failed; empty when every call was accepted. */
  List<Failure> execute(String region, Plan plan, DataPasswords passwords) {
    var failures = new ArrayList<Failure>();
    var stopped = EnumSet.noneOf(Component.class);
    for (PlannedAction planned : plan.actions()) {
      var component = planned.action().target().kind().component();
      if (!planned.isCalledNow() || stopped.contains(component)) {
        continue;
      }
      try {
        call(region, planned, passwords);
      } catch (FailureException failed) {
        failures.add(failed.failure());
        stopped.add(component);
      }
    }
    return List.copyOf(failures);
  }

  private void call(String region, PlannedAction planned, DataPasswords passwords) {
    LOG.infof(
        "%s %s in %s: %s",
        planned.action().operation(), planned.action().target(), region, planned.reason());
    switch (planned.action()) {
      case DatabaseAction action -> databases.execute(region, action, passwords.database());
      case CacheAction action -> caches.execute(region, action, passwords.cache());
    }
  }
}
