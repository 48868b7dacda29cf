package io.appenv.operator.testing;

import io.appenv.operator.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An earlier version of the operator, built from this repository's own history. */
public final class FormerVersion {

  /**
   * What first came with the names that parameter groups have since. The version before it is the
   * one that leaves most to be done, and as long as there is a history, it can be found by this.
   */
  private static final String SINCE = "public static String parameterGroup(String base, String";

  private static final String WHERE = "src/main/java/io/appenv/operator/model/DesiredDatabase.java";

  private static final long LONGEST_BUILD_MINUTES = 15;

  private FormerVersion() {}

  /**
   * The version before parameter groups got their present names; empty without the history.
   *
   * <p>A tag would move on, until the version it names had nothing left that today's must mend.
   */
  public static Optional<String> find(Path repository) {
    return output(repository, "git", "log", "--format=%H", "-S" + SINCE, "--", WHERE)
        .map(commits -> commits.lines().toList().getLast())
        .flatMap(
            first -> output(repository, "git", "rev-parse", "--verify", "--quiet", first + "^"));
  }

  /** Root of a checkout of it, built once. */
  static Path built(Path repository) {
    var version = find(repository).orElseThrow(() -> new SandboxException("No former version."));
    var checkout = repository.resolve("target/former").resolve(version);
    if (!Files.exists(checkout.resolve("target/quarkus-app/quarkus-run.jar"))) {
      System.err.println("faults: building the former version " + version);
      unpack(repository, version, checkout);
      run(
          checkout,
          List.of(
              "mvn", "-B", "-ntp", "-q", "package", "-Dmaven.test.skip", "-Dspotless.check.skip"));
    }
    return checkout;
  }

  private static void unpack(Path repository, String version, Path checkout) {
    try {
      Files.createDirectories(checkout);
    } catch (IOException failed) {
      throw new SandboxException("Cannot write to " + checkout, failed);
    }
    var archive = checkout.resolve("sources.tar");
    run(
        checkout,
        List.of(
            "git",
            "-C",
            repository.toAbsolutePath().toString(),
            "archive",
            "--output",
            archive.toAbsolutePath().toString(),
            version));
    run(checkout, List.of("tar", "-xf", archive.toAbsolutePath().toString()));
  }

  private static void run(Path folder, List<String> command) {
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("target-former.log").toFile())
              .start();
      if (!process.waitFor(LONGEST_BUILD_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new SandboxException(command + " failed in " + folder);
      }
    } catch (IOException failed) {
      throw new SandboxException(command + " cannot be run: " + failed, failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted.", stopped);
    }
  }

  private static Optional<String> output(Path folder, String... command) {
    try {
      var process = new ProcessBuilder(command).directory(folder.toFile()).start();
      var text = new String(process.getInputStream().readAllBytes()).strip();
      return process.waitFor() == 0 && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    } catch (IOException absent) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
