package io.appenv.operator.bench;

import java.util.ArrayDeque;
import java.util.Deque;

/** What runs, stopped in the opposite order: at the end, and when somebody interrupts. */
final class Running implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  Running(RunFolder folder) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  close();
                  folder.removeData();
                },
                "bench-stop"));
  }

  synchronized <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception failed) {
        System.err.println("Could not stop a part: " + failed);
      }
    }
    // A sandbox that was interrupted while it started has told nobody of its processes yet.
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
  }
}
