package io.appenv.operator.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that another program started, remembered in a file. A pid alone may have been given to
 * somebody else's process since: only with the command line is it ours. What has ended and was not
 * yet reaped has no command line either.
 */
public record KnownProcess(long pid, String commandLine) {

  private static final Duration AFTER_KILL = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(50);

  public static KnownProcess of(ProcessHandle handle) {
    return new KnownProcess(handle.pid(), commandLine(handle));
  }

  private static String commandLine(ProcessHandle handle) {
    return handle.info().commandLine().orElse("").replace('\n', ' ');
  }

  /** The process that the file tells of, if it still runs. */
  public static Optional<KnownProcess> read(Path file) {
    try {
      var lines = Files.readAllLines(file);
      return Optional.of(new KnownProcess(Long.parseLong(lines.get(0)), lines.get(1)))
          .filter(KnownProcess::isRunning);
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException nothingKnown) {
      return Optional.empty();
    }
  }

  /** Two lines: pid and command line. */
  public void write(Path file) throws IOException {
    var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.writeString(unfinished, pid + "\n" + commandLine + "\n");
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  public boolean isRunning() {
    return handle().isPresent();
  }

  private Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(handle -> !commandLine.isEmpty() && commandLine(handle).equals(commandLine));
  }

  /** SIGTERM, and SIGKILL for what is still there after the grace; waits until it is gone. */
  public void stop(Duration grace) {
    handle().ifPresent(ProcessHandle::destroy);
    if (!isGoneWithin(grace)) {
      handle().ifPresent(ProcessHandle::destroyForcibly);
      isGoneWithin(AFTER_KILL);
    }
  }

  private boolean isGoneWithin(Duration limit) {
    var deadline = Instant.now().plus(limit);
    while (isRunning()) {
      if (Instant.now().isAfter(deadline)) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }
}
