package io.appenv.operator.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The packaged operator as a process of its own, under its own ServiceAccount and with nothing in
 * its environment but the standard variables.
 */
public final class OperatorProcess implements AutoCloseable {

  private final ManagedProcess process;
  private final URI health;

  private OperatorProcess(ManagedProcess process, URI health) {
    this.process = process;
    this.health = health;
  }

  /** Starts it and waits until it has read the cluster. */
  public static OperatorProcess start(Sandbox sandbox, List<String> javaOptions) {
    var operator = launch(sandbox, javaOptions);
    operator.awaitReady();
    return operator;
  }

  /** Starts it and does not wait. */
  public static OperatorProcess launch(Sandbox sandbox, List<String> javaOptions) {
    return launch(sandbox, sandbox.repository(), javaOptions);
  }

  /** Starts the one that was built in another checkout, and does not wait. */
  static OperatorProcess launch(Sandbox sandbox, Path repository, List<String> javaOptions) {
    return launch(repository, sandbox.directory(), environment(sandbox), javaOptions);
  }

  /** Starts another one, with a log of its own, and does not wait. */
  public static OperatorProcess launchBeside(Sandbox sandbox, List<String> javaOptions) {
    var directory = sandbox.directory().resolve("second");
    try {
      Files.createDirectories(directory);
    } catch (IOException failed) {
      throw new SandboxException("Cannot write to " + directory, failed);
    }
    return launch(sandbox.repository(), directory, environment(sandbox), javaOptions);
  }

  private static Map<String, String> environment(Sandbox sandbox) {
    var environment = new HashMap<>(sandbox.awsEnvironment());
    environment.put("KUBECONFIG", sandbox.operatorKubeconfig().toString());
    return environment;
  }

  /**
   * Starts it and does not wait.
   *
   * @param repository root of the checkout, where it was built
   * @param directory where its log goes
   * @param environment the standard variables that say which cluster and which AWS
   * @param javaOptions for the Java machine, such as settings of the operator by {@code -D}
   */
  public static OperatorProcess launch(
      Path repository, Path directory, Map<String, String> environment, List<String> javaOptions) {
    var port = FreePorts.one();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + port));
    command.addAll(javaOptions);
    command.add("-jar");
    command.add(repository.resolve("target/quarkus-app/quarkus-run.jar").toString());
    return new OperatorProcess(
        ManagedProcess.start("operator", directory, environment, command),
        URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port)));
  }

  /** Waits until its informers have read the cluster. */
  public void awaitReady() {
    Waiting.until("the operator to be ready", process, this::isReady);
  }

  private boolean isReady() {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(health).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while the operator started.", interrupted);
    }
  }

  /** Where Prometheus finds its metrics. */
  public URI metricsUri() {
    return health.resolve("/q/metrics");
  }

  /** What it shows to Prometheus. */
  public String metrics() {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(metricsUri()).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException failed) {
      throw new SandboxException("The operator shows no metrics: " + failed, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while metrics were read.", interrupted);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  public Path log() {
    return process.log();
  }

  /** SIGSTOP: it stands still, and knows nothing of it. */
  public void freeze() {
    process.signal("STOP");
  }

  /** SIGCONT. */
  public void thaw() {
    process.signal("CONT");
  }

  /** SIGKILL, and wait until it is gone. */
  public void kill() {
    process.kill();
  }

  /** SIGTERM, and wait until it is gone. */
  @Override
  public void close() {
    process.close();
  }
}
