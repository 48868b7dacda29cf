package io.appenv.operator.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one operator of a sandbox, which may be killed and started again. */
public final class RunningOperator implements AutoCloseable {

  private final Sandbox sandbox;
  private @Nullable OperatorProcess process;
  private volatile Instant lastStart = Instant.EPOCH;

  RunningOperator(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Starts it if it does not run, and waits until it is ready. */
  public synchronized void ensureRunning() {
    if (process == null || !process.isAlive()) {
      process = OperatorProcess.start(sandbox, withStartupCache(List.of()));
    }
  }

  /** Stops it and starts it with settings of its own. */
  public synchronized void restart(List<String> javaOptions) {
    stop();
    process = OperatorProcess.start(sandbox, withStartupCache(javaOptions));
  }

  /**
   * The Java machine starts in half the time from what the first one writes when it is stopped.
   * Tests start it more than a hundred times.
   */
  private List<String> withStartupCache(List<String> javaOptions) {
    var cache = sandbox.directory().resolve("operator.aot");
    var option = Files.exists(cache) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=";
    return Stream.concat(Stream.of(option + cache), javaOptions.stream()).toList();
  }

  /** Stops it and starts the one that was built in another checkout. */
  public synchronized void restartFrom(Path repository, List<String> javaOptions) {
    stop();
    process = OperatorProcess.launch(sandbox, repository, javaOptions);
    process.awaitReady();
  }

  /** SIGKILL, and a new process at once, which is not waited for. */
  public synchronized void crash(List<String> javaOptions) {
    process().kill();
    process = OperatorProcess.launch(sandbox, withStartupCache(javaOptions));
    lastStart = Instant.now();
  }

  /** When it last came back from a crash; long ago if it never did. */
  public Instant lastStart() {
    return lastStart;
  }

  public synchronized OperatorProcess process() {
    return Objects.requireNonNull(process, "The operator was not started.");
  }

  /** SIGKILL. */
  public synchronized void kill() {
    process().kill();
  }

  /** SIGTERM. */
  public synchronized void stop() {
    if (process != null) {
      process.close();
      process = null;
    }
  }

  @Override
  public void close() {
    stop();
  }
}
