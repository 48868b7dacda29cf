package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.model.Approval;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.status.Inventory;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Writes down what is about to be done, so that a crash in between leaves a trace. */
@ApplicationScoped
class Intents {

  private static final Logger LOG = Logger.getLogger(Intents.class);

  private final StatusWriter statusWriter;
  private final InstantSource clock;

  Intents(StatusWriter statusWriter, InstantSource clock) {
    this.statusWriter = statusWriter;
    this.clock = clock;
  }

  /**
   * @param approvals what of the plan people let through
   */
  void announce(AppEnvironment environment, List<Approval> approvals) {
    var reached = former(environment).reached();
    statusWriter.writeIfChanged(environment, announced(environment, List.of(), approvals, reached));
  }

  /**
   * Writes it down, new or not, and tells whether the environment is still the one at hand. If not,
   * nothing may be done for it; the watch will show what became of it.
   *
   * @param creations what is going to be made
   * @param approvals what of the plan people let through
   * @param reached the wishes that AWS was seen as, without those that have changed
   */
  boolean confirm(
      AppEnvironment environment,
      List<ResourceRef> creations,
      List<Approval> approvals,
      Map<String, String> reached) {
    var isCurrent =
        statusWriter.writeIfCurrent(
            environment, announced(environment, creations, approvals, reached));
    if (!isCurrent) {
      LOG.infof(
          "No call is made for %s: the API server has a newer version of it, or none any more",
          ResourceID.fromResource(environment));
    }
    return isCurrent;
  }

  private AppEnvironmentStatus announced(
      AppEnvironment environment,
      List<ResourceRef> creations,
      List<Approval> approvals,
      Map<String, String> reached) {
    return Inventory.withIntents(
        former(environment), creations, approvals, reached, clock.instant());
  }

  private static AppEnvironmentStatus former(AppEnvironment environment) {
    return environment.getStatus() == null ? AppEnvironmentStatus.empty() : environment.getStatus();
  }
}
