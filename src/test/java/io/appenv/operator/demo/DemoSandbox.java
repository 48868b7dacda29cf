package io.appenv.operator.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The sandbox of this working copy: the one that runs already, which then goes on running, or one
 * started for the demo and stopped with it.
 */
record DemoSandbox(ShellEnvironment environment) {

  static final Path LOGS = Path.of(".sandbox");

  private static final String MAIN = "io.appenv.operator.sandbox.SandboxMain";

  static DemoSandbox start(Started started) throws IOException, InterruptedException {
    if (!isRunning()) {
      // Registered first: a start that is interrupted has left processes too.
      started.add(DemoSandbox::stop);
    }
    if (main("start") != 0) {
      throw new DemoFailure("the sandbox did not start; its own message is above.");
    }
    return new DemoSandbox(ShellEnvironment.read(LOGS.resolve("env")));
  }

  private static boolean isRunning() throws IOException {
    var pid = LOGS.resolve("pid");
    return Files.exists(pid)
        && ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).isPresent();
  }

  private static void stop() {
    try {
      main("stop");
    } catch (IOException failed) {
      System.out.println("The sandbox could not be stopped: " + failed.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static int main(String verb) throws IOException, InterruptedException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            MAIN,
            verb);
    var builder = new ProcessBuilder(command);
    builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return builder.start().waitFor();
  }
}
