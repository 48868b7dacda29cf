package io.appenv.operator.sandbox.background;

import io.appenv.operator.sandbox.SandboxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a program that neither Ctrl-C nor the closing of the terminal reaches. */
final class Detached {

  /**
   * Job control gives it a process group of its own, as macOS has no setsid; nohup does the rest.
   */
  private static final String SCRIPT = "set -m; nohup \"$@\" </dev/null >\"$LOG\" 2>&1 & echo $!";

  private Detached() {}

  static ProcessHandle start(
      Path directory, Path log, Map<String, String> environment, List<String> command) {
    var shell = new ArrayList<>(List.of("bash", "-c", SCRIPT, "bash"));
    shell.addAll(command);
    var builder = new ProcessBuilder(shell).directory(directory.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("LOG", log.toString());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      var output = builder.start().getInputStream().readAllBytes();
      var pid = new String(output, StandardCharsets.UTF_8).strip();
      return ProcessHandle.of(Long.parseLong(pid))
          .orElseThrow(() -> new SandboxException("It ended at once; see " + log + "."));
    } catch (IOException | NumberFormatException failed) {
      throw new SandboxException("bash could not start it: " + failed, failed);
    }
  }
}
