package io.appenv.operator.workload;

import io.appenv.operator.model.DesiredTier.Health;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ProbeBuilder;

/**
 * How the kubelet asks a container whether it works. Start-up has its own patience, readiness is
 * quick, and liveness is gentle: a restart seldom helps an overloaded process.
 */
final class Probes {

  private static final int STARTUP_PERIOD_SECONDS = 3;
  private static final int READINESS_PERIOD_SECONDS = 5;
  private static final int LIVENESS_PERIOD_SECONDS = 20;

  private Probes() {}

  static void addTo(ContainerBuilder container, Health health) {
    health.port().ifPresent(port -> add(container, health, port));
  }

  private static void add(ContainerBuilder container, Health health, int port) {
    container
        .withStartupProbe(
            asking(health, port)
                .withPeriodSeconds(STARTUP_PERIOD_SECONDS)
                .withTimeoutSeconds(2)
                .withFailureThreshold(startupAttempts(health))
                .build())
        .withReadinessProbe(
            asking(health, port)
                .withPeriodSeconds(READINESS_PERIOD_SECONDS)
                .withTimeoutSeconds(2)
                .withFailureThreshold(3)
                .build())
        .withLivenessProbe(
            asking(health, port)
                .withPeriodSeconds(LIVENESS_PERIOD_SECONDS)
                .withTimeoutSeconds(5)
                .withFailureThreshold(6)
                .build());
  }

  private static int startupAttempts(Health health) {
    var seconds = Math.toIntExact(health.startupTimeout().toSeconds());
    return Math.max(1, Math.ceilDiv(seconds, STARTUP_PERIOD_SECONDS));
  }

  private static ProbeBuilder asking(Health health, int port) {
    return health
        .path()
        .map(
            path ->
                new ProbeBuilder()
                    .withNewHttpGet()
                    .withPath(path)
                    .withPort(new IntOrString(port))
                    .withScheme("HTTP")
                    .endHttpGet())
        .orElseGet(
            () ->
                new ProbeBuilder()
                    .withNewTcpSocket()
                    .withPort(new IntOrString(port))
                    .endTcpSocket());
  }
}
