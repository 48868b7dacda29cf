package io.appenv.operator.observability;

import io.javaoperatorsdk.operator.Operator;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Fails when an informer has died: it would never come back by itself (fabric8 issue 7435), and an
 * operator that sees nothing must be restarted rather than look healthy.
 */
@Liveness
@ApplicationScoped
class InformerLiveness implements HealthCheck {

  private final Operator operator;

  InformerLiveness(Operator operator) {
    this.operator = operator;
  }

  @Override
  public HealthCheckResponse call() {
    var runtime = operator.getRuntimeInfo();
    // Before the start, and while another replica leads, there are no informers to judge.
    var healthy = !runtime.isStarted() || runtime.allEventSourcesAreHealthy();
    return HealthCheckResponse.named("informers").status(healthy).build();
  }
}
