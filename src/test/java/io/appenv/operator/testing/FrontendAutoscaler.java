package io.appenv.operator.testing;

import io.appenv.operator.api.v1alpha1.RequestsStatus;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerCondition;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;

/** The real autoscaler of an environment's frontend. */
public record FrontendAutoscaler(EnvironmentUnderTest environment) {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Waits until the operator has a number of requests for the frontend. */
  public static void awaitNumber(EnvironmentUnderTest environment) {
    environment.await(
        "a number of requests of the frontend",
        it ->
            it.getStatus().tiers().stream()
                .filter(tier -> tier.name().equals("frontend"))
                .map(tier -> Optional.ofNullable(tier.requests()).map(RequestsStatus::reason))
                .anyMatch(Optional.of("Available")::equals));
  }

  public void awaitEvent(String text) {
    Awaitility.await("an event of the autoscaler: " + text)
        .atMost(PATIENCE)
        .until(
            () ->
                environment
                    .client()
                    .v1()
                    .events()
                    .inNamespace(environment.namespace())
                    .list()
                    .getItems()
                    .stream()
                    .anyMatch(
                        event ->
                            (event.getReason() + " " + Objects.toString(event.getMessage()))
                                .contains(text)));
  }

  public HorizontalPodAutoscaler get() {
    return environment
        .client()
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace(environment.namespace())
        .withName("production-frontend")
        .require();
  }

  public Optional<HorizontalPodAutoscalerCondition> scalingActive() {
    return Optional.ofNullable(get().getStatus()).stream()
        .flatMap(status -> status.getConditions().stream())
        .filter(it -> it.getType().equals("ScalingActive"))
        .findFirst();
  }

  public int replicas() {
    return environment
        .client()
        .apps()
        .deployments()
        .inNamespace(environment.namespace())
        .withName("production-frontend")
        .require()
        .getSpec()
        .getReplicas();
  }
}
