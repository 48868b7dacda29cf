package io.appenv.operator.sandbox.background;

import io.appenv.operator.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Stops all that this process has started, also when it is told to end in the middle of a start.
 */
final class OrderlyEnd {

  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final SandboxFiles files;
  private final Thread starter;
  private volatile @Nullable Sandbox sandbox;
  private volatile boolean isStarting = true;

  /**
   * @param starter the thread that starts the sandbox
   */
  OrderlyEnd(SandboxFiles files, Thread starter) {
    this.files = files;
    this.starter = starter;
  }

  void started(Sandbox ready) {
    sandbox = ready;
  }

  /** A start that failed has left nothing behind. */
  void startIsOver() {
    isStarting = false;
  }

  void run() {
    delete(files.exports());
    var ready = sandbox;
    if (ready != null) {
      ready.close();
    } else if (isStarting) {
      starter.interrupt();
    }
    endDescendants();
    delete(files.pid());
  }

  /** A start that is under way may start one more process before it notices. */
  private void endDescendants() {
    var patience = Instant.now().plus(GRACE);
    while (isStarting || hasDescendants()) {
      var isLate = Instant.now().isAfter(patience);
      ProcessHandle.current()
          .descendants()
          .forEach(isLate ? ProcessHandle::destroyForcibly : ProcessHandle::destroy);
      if (isLate && !hasDescendants()) {
        return;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static boolean hasDescendants() {
    return ProcessHandle.current().descendants().findAny().isPresent();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failed) {
      System.out.println("Cannot delete " + file + ": " + failed);
    }
  }
}
