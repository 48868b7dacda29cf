package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.model.Approval;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.status.Inventory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** Writes down what is about to be done, so that a crash in between leaves a trace. */
@ApplicationScoped
class Intents {

  private final StatusWriter statusWriter;
  private final InstantSource clock;

  Intents(StatusWriter statusWriter, InstantSource clock) {
    this.statusWriter = statusWriter;
    this.clock = clock;
  }

  /**
   * @param creations what is going to be made
   * @param approvals what of the plan people let through
   */
  void announce(AppEnvironment environment, List<ResourceRef> creations, List<Approval> approvals) {
    var former =
        environment.getStatus() == null ? AppEnvironmentStatus.empty() : environment.getStatus();
    statusWriter.writeIfChanged(
        environment, Inventory.withIntents(former, creations, approvals, clock.instant()));
  }
}
