package io.appenv.operator.observability;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.CertificateStatus;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How many seconds the certificates of environments are good for, as a metric. */
@ApplicationScoped
public class CertificateExpiry {

  private static final String NAME = "appenv.certificate.expiry.seconds";

  private final MeterRegistry meters;
  private final InstantSource clock;
  private final Map<ResourceID, Shown> shown = new ConcurrentHashMap<>();

  private record Shown(Gauge gauge, Instant notAfter) {}

  CertificateExpiry(MeterRegistry meters, InstantSource clock) {
    this.meters = meters;
    this.clock = clock;
  }

  /** What the status of an environment says now. */
  public void show(AppEnvironment environment) {
    var id = ResourceID.fromResource(environment);
    notAfter(environment)
        .ifPresentOrElse(
            moment ->
                shown.compute(
                    id,
                    (_, before) ->
                        new Shown(before == null ? register(id) : before.gauge(), moment)),
            () -> forget(environment));
  }

  /** Of an environment that has gone, or has no certificate any more. */
  public void forget(AppEnvironment environment) {
    Optional.ofNullable(shown.remove(ResourceID.fromResource(environment)))
        .ifPresent(it -> meters.remove(it.gauge()));
  }

  private Gauge register(ResourceID id) {
    return Gauge.builder(NAME, () -> secondsLeft(id))
        .description("Seconds until the certificate of an environment expires")
        .tag("namespace", id.getNamespace().orElse(""))
        .tag("name", id.getName())
        .register(meters);
  }

  private Number secondsLeft(ResourceID id) {
    return Optional.ofNullable(shown.get(id))
        .<Number>map(it -> Duration.between(clock.instant(), it.notAfter()).toSeconds())
        .orElse(Double.NaN);
  }

  private static Optional<Instant> notAfter(AppEnvironment environment) {
    return Optional.ofNullable(environment.getStatus())
        .map(AppEnvironmentStatus::certificate)
        .map(CertificateStatus::notAfter)
        .map(Instant::parse);
  }
}
