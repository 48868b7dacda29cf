package io.appenv.operator.sandbox.background;

import io.appenv.operator.sandbox.KnownProcess;
import io.appenv.operator.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Processes whose sandbox was killed before it could stop them. */
final class Leftovers {

  private static final Duration GRACE = Duration.ofSeconds(5);

  private Leftovers() {}

  /** Stops them; returns whether there were any. */
  static boolean stop(Path run) {
    var found = find(run);
    found.forEach(process -> process.stop(GRACE));
    return !found.isEmpty();
  }

  private static List<KnownProcess> find(Path run) {
    if (Files.notExists(run)) {
      return List.of();
    }
    try (var files = Files.list(run)) {
      return files
          .filter(file -> file.toString().endsWith(".pid"))
          .map(KnownProcess::read)
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException failed) {
      throw new SandboxException("Cannot read " + run, failed);
    }
  }
}
