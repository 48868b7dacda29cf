package io.appenv.operator.reconciler;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Fails when a region in use is no longer looked at; a restart begins all sweeps anew. */
@Liveness
@ApplicationScoped
class SweepLiveness implements HealthCheck {

  private final Sweeps sweeps;

  SweepLiveness(Sweeps sweeps) {
    this.sweeps = sweeps;
  }

  @Override
  public HealthCheckResponse call() {
    var silent = sweeps.silent();
    var response = HealthCheckResponse.named("sweeps").status(silent.isEmpty());
    return silent.isEmpty()
        ? response.build()
        : response.withData("silent", String.join(", ", silent)).build();
  }
}
