package io.appenv.operator.seeded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Plants the defects in a copy of this repository, runs their tests, and tells which were caught.
 */
public final class SeededBugsMain {

  private static final Path COPY = Path.of("target", "seeded");
  private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".sandbox");

  private SeededBugsMain() {}

  /**
   * @param arguments names of defects; all where there are none
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    copy();
    var missed = new ArrayList<SeededBug>();
    var chosen =
        arguments.length == 0
            ? List.of(SeededBug.values())
            : Arrays.stream(arguments).map(SeededBug::valueOf).toList();
    for (var bug : chosen) {
      var caught = isCaught(bug);
      System.out.printf("%-45s %-8s %s%n", bug, caught ? "caught" : "MISSED", bug.tests());
      if (!caught) {
        missed.add(bug);
      }
    }
    System.out.printf("%d seeded bugs, %d caught%n", chosen.size(), chosen.size() - missed.size());
    System.exit(missed.isEmpty() ? 0 : 1);
  }

  private static void copy() throws IOException {
    try (Stream<Path> found = Files.list(Path.of(""))) {
      for (var top : found.filter(it -> !LEFT_OUT.contains(it.toString())).toList()) {
        copy(top);
      }
    }
  }

  private static void copy(Path top) throws IOException {
    try (Stream<Path> found = Files.walk(top)) {
      found.forEach(SeededBugsMain::copyOne);
    }
  }

  private static void copyOne(Path file) {
    var target = COPY.resolve(file);
    try {
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.write(target, Files.readAllBytes(file));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean isCaught(SeededBug bug) throws IOException, InterruptedException {
    var file = COPY.resolve(bug.file());
    var sound = Files.readString(file);
    Files.writeString(file, bug.plant(sound));
    try {
      // The operator that runs in a sandbox is the packaged one.
      var build = bug.needsSandbox() ? "package" : "test-compile";
      if (maven("build", build, "-DskipTests", "-Dspotless.check.skip") != 0) {
        throw new IllegalStateException(bug + " does not compile; see " + COPY + "/build.log");
      }
      return bug.needsSandbox()
          ? maven(
                  "test",
                  "failsafe:integration-test",
                  "failsafe:verify",
                  "-Dit.test=" + bug.tests())
              != 0
          : maven("test", "surefire:test", "-Dtest=" + bug.tests()) != 0;
    } finally {
      Files.writeString(file, sound);
    }
  }

  private static int maven(String log, String... goals) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-q"));
    command.addAll(List.of(goals));
    return new ProcessBuilder(command)
        .directory(COPY.toFile())
        .redirectErrorStream(true)
        .redirectOutput(COPY.resolve(log + ".log").toFile())
        .start()
        .waitFor();
  }
}
