package io.appenv.operator.sandbox.background;

import io.appenv.operator.sandbox.Folders;
import io.appenv.operator.sandbox.KnownProcess;
import io.appenv.operator.sandbox.SandboxException;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The one sandbox of a checkout that goes on running until it is stopped. */
public final class BackgroundSandbox {

  private static final Duration GRACE = Duration.ofSeconds(45);

  /** All that the sandbox itself is made of. */
  private static final String CLASSES = "io/appenv/operator/sandbox";

  private static final long POLL_MILLIS = 200;

  private final SandboxFiles files;
  private volatile @Nullable ProcessHandle launched;

  public BackgroundSandbox(Path repository) {
    this.files = new SandboxFiles(repository);
  }

  /** The shell exports of a sandbox that is ready. */
  public Path exports() {
    return files.exports();
  }

  /** Where each of its programs logs. */
  public Path logs() {
    return files.run();
  }

  /** Whether one was started here, ready or not. */
  public boolean isRunning() {
    return KnownProcess.read(files.pid()).isPresent();
  }

  /**
   * Starts it, or waits for one that is starting; shows the steps until it is ready.
   *
   * @param withAck whether one that is started has the ACK controllers
   */
  public void start(boolean withAck) throws InterruptedException {
    try {
      if (!isRunning()) {
        launch(withAck);
      }
      show();
    } catch (IOException failed) {
      throw new SandboxException("Cannot write to " + files.folder() + ": " + failed, failed);
    }
  }

  private void launch(boolean withAck) throws IOException {
    Files.createDirectories(files.folder());
    Files.deleteIfExists(files.exports());
    Files.deleteIfExists(files.pid());
    Folders.delete(files.classes());
    Folders.copy(classesOfTheBuild().resolve(CLASSES), files.classes().resolve(CLASSES));
    launched =
        Detached.start(
            files.repository(),
            files.log(),
            Map.of(
                "CLASSPATH",
                files.classes() + File.pathSeparator + System.getProperty("java.class.path")),
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                Keeper.class.getName(),
                files.repository().toString(),
                Boolean.toString(withAck)));
  }

  private static Path classesOfTheBuild() {
    try {
      return Path.of(Keeper.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void show() throws IOException, InterruptedException {
    var display = StartDisplay.ofThisTerminal();
    var log = new StartLog(files.log());
    var failure = new ArrayList<String>();
    while (true) {
      // Asked before the log is read: what it said last is then in the log.
      var isAlive = isAlive();
      for (var line : log.newLines()) {
        Messages.STEP.read(line).ifPresent(display::step);
        Messages.FAILURE.read(line).ifPresent(failure::add);
      }
      if (Files.exists(files.exports()) || !isAlive) {
        break;
      }
      display.tick();
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    display.end();
    if (!isReady()) {
      throw new SandboxException(
          failure.isEmpty()
              ? "It ended without a word; see %s.".formatted(files.log())
              : String.join(System.lineSeparator(), failure));
    }
  }

  /** Whether one runs here and can be used. */
  public boolean isReady() {
    return isRunning() && Files.exists(files.exports());
  }

  private boolean isAlive() {
    var own = launched;
    return isRunning() || (own != null && own.isAlive());
  }

  /** Stops it, or what a crashed one has left; returns whether there was anything. */
  public boolean stop() {
    var running = running();
    running.ifPresent(process -> process.stop(GRACE));
    var hasLeftovers = Leftovers.stop(files.run());
    try {
      Files.deleteIfExists(files.exports());
      Files.deleteIfExists(files.pid());
    } catch (IOException failed) {
      throw new SandboxException("Cannot delete from " + files.folder() + ": " + failed, failed);
    }
    return running.isPresent() || hasLeftovers;
  }

  private Optional<KnownProcess> running() {
    return KnownProcess.read(files.pid())
        .or(() -> Optional.ofNullable(launched).map(KnownProcess::of))
        .filter(KnownProcess::isRunning);
  }
}
