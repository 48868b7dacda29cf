package io.appenv.operator.demo;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.sandbox.OperatorProcess;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Prints one line whenever something about the environment changes, and a sign of life. */
final class Progress implements AutoCloseable {

  private static final long POLL_MILLIS = 500;

  /** A refusal that stays this long is the end of the demo: it needs a person. */
  private static final Duration STALLED_FOR = Duration.ofSeconds(30);

  /** A line as before, when nothing has changed for this long. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(30);

  private final KubernetesClient client;
  private final String namespace;
  private final String name;
  private final long start = System.nanoTime();
  private @Nullable ProgressRow last;
  private Duration lastLine = Duration.ZERO;
  private long stalledSince = Long.MAX_VALUE;

  Progress(ShellEnvironment environment, String namespace, String name) throws IOException {
    var kubeconfig = Files.readString(Path.of(environment.get("KUBECONFIG")));
    this.client =
        new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(kubeconfig)).build();
    this.namespace = namespace;
    this.name = name;
  }

  void untilReady(OperatorProcess operator, Duration deadline) throws InterruptedException {
    System.out.println(ProgressRow.HEADER);
    for (var row = show(); !row.isReady(); row = show()) {
      if (!operator.isAlive()) {
        throw new DemoFailure("the operator ended by itself, see " + operator.log() + ".");
      }
      if (isStalled(row)) {
        throw new DemoFailure("the environment is stalled: " + row.message());
      }
      if (elapsed().compareTo(deadline) > 0) {
        throw new DemoFailure(
            "the environment was not Ready after %d minutes: %s"
                .formatted(deadline.toMinutes(), row.message()));
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    System.out.printf("Ready after %d seconds.%n", elapsed().toSeconds());
  }

  /** The autoscalers need a first round of the metrics-server before they know a percentage. */
  void untilAutoscalersMeasure(Duration patience) throws InterruptedException {
    if (doAllMeasure()) {
      return;
    }
    System.out.println("Waiting for the autoscalers to measure for the first time.");
    var giveUp = elapsed().plus(patience);
    while (!doAllMeasure() && elapsed().compareTo(giveUp) < 0) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private boolean doAllMeasure() {
    return client
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace(namespace)
        .list()
        .getItems()
        .stream()
        .allMatch(Progress::measures);
  }

  private static boolean measures(HorizontalPodAutoscaler autoscaler) {
    return autoscaler.getStatus() != null
        && autoscaler.getStatus().getConditions().stream()
            .anyMatch(it -> it.getType().equals("ScalingActive") && it.getStatus().equals("True"));
  }

  private ProgressRow show() {
    var environment =
        client.resources(AppEnvironment.class).inNamespace(namespace).withName(name).get();
    var row = environment == null ? ProgressRow.NONE : ProgressRow.of(environment);
    if (!row.equals(last) || elapsed().minus(lastLine).compareTo(SIGN_OF_LIFE) > 0) {
      System.out.println(row.line(elapsed()));
      last = row;
      lastLine = elapsed();
    }
    return row;
  }

  private boolean isStalled(ProgressRow row) {
    if (!row.isStalled()) {
      stalledSince = Long.MAX_VALUE;
      return false;
    }
    stalledSince = Math.min(stalledSince, System.nanoTime());
    return Duration.ofNanos(System.nanoTime() - stalledSince).compareTo(STALLED_FOR) > 0;
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public void close() {
    client.close();
  }
}
