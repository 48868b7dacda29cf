package io.appenv.operator.observability;

import io.javaoperatorsdk.operator.Operator;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Fails when an informer has died: it would never come back by itself (fabric8 issue 7435), and an
 * operator that sees nothing must be restarted rather than look healthy.
 */
@Liveness
@Startup
@ApplicationScoped
class InformerLiveness implements HealthCheck {

  private final Operator operator;

  InformerLiveness(Operator operator, MeterRegistry meters) {
    this.operator = operator;
    Gauge.builder("appenv.informers.healthy", this, it -> it.isHealthy() ? 1 : 0)
        .description("1 while all watches of Kubernetes go on")
        .register(meters);
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("informers").status(isHealthy()).build();
  }

  /** Before the start, and while another replica leads, there are no informers to judge. */
  private boolean isHealthy() {
    var runtime = operator.getRuntimeInfo();
    return !runtime.isStarted() || runtime.allEventSourcesAreHealthy();
  }
}
