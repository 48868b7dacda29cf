package io.appenv.operator.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs the sandbox's kubectl, its output going to the terminal. */
record Kubectl(ShellEnvironment environment) {

  void run(String... arguments) throws IOException, InterruptedException {
    // A shell finds kubectl on the PATH that the sandbox exports, which this process does not have.
    var command = new ArrayList<>(List.of("bash", "-c", "exec kubectl \"$@\"", "kubectl"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment.variables());
    builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    if (builder.start().waitFor() != 0) {
      throw new DemoFailure("kubectl " + String.join(" ", arguments) + " failed.");
    }
  }
}
