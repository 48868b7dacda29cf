package io.appenv.operator.bench;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.SandboxException;
import io.appenv.operator.sandbox.SandboxOptions;
import io.appenv.operator.sandbox.emulation.Pace;
import java.io.IOException;
import java.nio.file.Path;

/**
 * {@code make bench}: creates many environments on a sandbox of its own and measures what that and
 * what follows takes. Times are reported and never judged: the exit code is 0 when it could
 * measure.
 */
public final class BenchMain {

  private BenchMain() {}

  /**
   * The first argument is the number of environments; the others are options of the operator's Java
   * machine, such as {@code -Xmx100m}.
   */
  public static void main(String... arguments) throws IOException {
    try {
      run(BenchOptions.parse(arguments));
    } catch (SandboxException failed) {
      System.err.println("The benchmark failed: " + failed.getMessage());
      System.exit(1);
    }
    // Threads of clients may still wait for something that has ended.
    System.exit(0);
  }

  private static void run(BenchOptions options) throws IOException {
    var folder = RunFolder.claim(Path.of("target/bench"));
    try (var running = new Running(folder)) {
      var results = measure(options, folder, running);
      results.write(folder.json());
      new Table(results).print();
      System.out.printf("%nThe same as JSON: %s%n", folder.json());
    }
  }

  private static Results measure(BenchOptions options, RunFolder folder, Running running) {
    Progress.line("a sandbox whose AWS answers at once");
    var sandbox =
        running.add(
            Sandbox.start(
                SandboxOptions.forTests()
                    .withDirectory(folder.sandbox())
                    .withPace(Pace.IMMEDIATE)));
    var stage = running.add(new Stage(sandbox, options));
    Progress.line("operator process %d with %s", stage.operatorPid(), stage.javaOptions());
    return Results.measure(stage, options);
  }
}
