package io.appenv.operator.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only the process that was remembered is stopped, never another that got its pid. */
class KnownProcessTest {

  private final Path folder;

  KnownProcessTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void isStopped() throws IOException, InterruptedException {
    var process = new ProcessBuilder("sleep", "60").start();
    KnownProcess.of(process.toHandle()).write(file());
    var known = KnownProcess.read(file()).orElseThrow();
    known.stop(Duration.ofSeconds(5));
    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(KnownProcess.read(file())).isEmpty();
  }

  @Test
  void anotherProcessOfThatPidIsLeftAlone() throws IOException {
    var process = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(file(), process.pid() + "\nsleep 30\n");
      assertThat(KnownProcess.read(file())).isEmpty();
      new KnownProcess(process.pid(), "sleep 30").stop(Duration.ofSeconds(1));
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void fileThatSaysNothingTellsOfNoProcess() throws IOException {
    assertThat(KnownProcess.read(file())).isEmpty();
    Files.writeString(file(), "\n");
    assertThat(KnownProcess.read(file())).isEmpty();
  }

  private Path file() {
    return folder.resolve("pid");
  }
}
