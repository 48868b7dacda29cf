package io.appenv.operator.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one operator of a sandbox, which may be killed and started again. */
public final class RunningOperator implements AutoCloseable {

  private final Sandbox sandbox;
  private @Nullable OperatorProcess process;

  RunningOperator(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Starts it if it does not run, and waits until it is ready. */
  public synchronized void ensureRunning() {
    if (process == null || !process.isAlive()) {
      process = OperatorProcess.start(sandbox, List.of());
    }
  }

  /** Stops it and starts it with settings of its own. */
  public synchronized void restart(List<String> javaOptions) {
    stop();
    process = OperatorProcess.start(sandbox, javaOptions);
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
    process = OperatorProcess.launch(sandbox, javaOptions);
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
