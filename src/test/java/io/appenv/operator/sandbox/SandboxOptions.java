package io.appenv.operator.sandbox;

import io.appenv.operator.sandbox.emulation.Pace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What differs between sandboxes.
 *
 * @param repository root of the checkout
 * @param directory where data, logs and kubeconfigs go; created when missing
 * @param pace how long AWS takes
 * @param progress told each step, for a person who waits
 */
public record SandboxOptions(
    Path repository, Path directory, Pace pace, Consumer<String> progress) {

  /** A sandbox of its own for this JVM, under {@code target}. */
  public static SandboxOptions forTests() {
    var repository = repositoryRoot();
    return new SandboxOptions(
        repository,
        repository.resolve("target/sandbox").resolve(Long.toString(ProcessHandle.current().pid())),
        Pace.TEST,
        line -> System.err.println("sandbox: " + line));
  }

  public SandboxOptions withPace(Pace other) {
    return new SandboxOptions(repository, directory, other, progress);
  }

  public SandboxOptions withDirectory(Path other) {
    return new SandboxOptions(repository, other, pace, progress);
  }

  /** The closest folder upwards that holds the project's POM. */
  public static Path repositoryRoot() {
    var here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("pom.xml"))) {
        return folder;
      }
    }
    throw new SandboxException(
        "Run this in a checkout of the project: no pom.xml in " + here + ".");
  }

  /** Programs are built once for all checkouts of a user. */
  static Path cache() {
    var named = System.getenv("XDG_CACHE_HOME");
    var caches =
        named == null || named.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(named);
    return caches.resolve("appenv-operator").resolve("sandbox");
  }
}
