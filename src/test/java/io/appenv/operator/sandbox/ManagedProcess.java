package io.appenv.operator.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of the sandbox, with a log file of its own. */
public final class ManagedProcess implements AutoCloseable {

  private static final int LOG_TAIL_LINES = 15;
  private static final long GRACE_SECONDS = 30;

  private final String name;
  private final Process process;
  private final Path log;
  private final Path record;

  private ManagedProcess(String name, Process process, Path log, Path record) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.record = record;
  }

  /**
   * Starts a process.
   *
   * @param environment added to this process's own environment; an empty value removes a variable
   */
  public static ManagedProcess start(
      String name, Path directory, Map<String, String> environment, List<String> command) {
    var log = directory.resolve(name + ".log");
    var builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    environment.forEach(
        (variable, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(variable);
          } else {
            builder.environment().put(variable, value);
          }
        });
    try {
      var process = builder.start();
      // For whoever cleans up when this program is killed.
      var record = directory.resolve(name + ".pid");
      KnownProcess.of(process.toHandle()).write(record);
      return new ManagedProcess(name, process, log, record);
    } catch (IOException failed) {
      throw new SandboxException("%s could not be started: %s".formatted(name, failed), failed);
    }
  }

  /** Throws with the end of the log when the process has died. */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new SandboxException(
          "%s died with exit code %d; its log %s ends:%n%s"
              .formatted(name, process.exitValue(), log, tail()));
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  public Path log() {
    return log;
  }

  public String tail() {
    try {
      var lines = Files.readAllLines(log);
      return String.join(
          System.lineSeparator(),
          lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    } catch (IOException unreadable) {
      return "(unreadable: %s)".formatted(unreadable.getMessage());
    }
  }

  /** Sends a signal, such as {@code STOP}, if it still lives. */
  void signal(String name) {
    if (isAlive()) {
      Commands.run(Path.of("").toAbsolutePath(), Map.of(), List.of("kill", "-" + name, "" + pid()));
    }
  }

  /** SIGKILL, and wait until it is gone. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
    forget();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
      forget();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void forget() {
    try {
      Files.deleteIfExists(record);
    } catch (IOException ignored) {
      // What it tells of has ended: nobody takes another process for it.
    }
  }
}
