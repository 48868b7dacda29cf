package io.appenv.operator.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a command to its end. */
public final class Commands {

  private Commands() {}

  /** Returns what the command printed; throws with it when the command fails. */
  public static String run(Path directory, Map<String, String> environment, List<String> command) {
    try {
      var builder =
          new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
      builder.environment().putAll(environment);
      var process = builder.start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new SandboxException(
            "%s failed with exit code %d:%n%s"
                .formatted(String.join(" ", command), exitCode, output));
      }
      return output;
    } catch (IOException failed) {
      throw new SandboxException(
          "%s could not be run; is it installed? (%s)".formatted(command.get(0), failed), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SandboxException("Interrupted while running " + command.get(0), interrupted);
    }
  }

  /** Whether a program answers at all. */
  public static boolean exists(String program, String versionArgument) {
    try {
      run(Path.of("."), Map.of(), List.of(program, versionArgument));
      return true;
    } catch (SandboxException missing) {
      return false;
    }
  }
}
