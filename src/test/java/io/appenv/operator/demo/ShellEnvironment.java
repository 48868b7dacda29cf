package io.appenv.operator.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The variables of a shell that has read a file of exports. */
record ShellEnvironment(Map<String, String> variables) {

  /** Lets a shell read the file, as it may refer to variables that are set already. */
  static ShellEnvironment read(Path exports) throws IOException, InterruptedException {
    var shell =
        new ProcessBuilder("bash", "-c", ". \"$1\" && env -0", "bash", exports.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (shell.waitFor() != 0) {
      throw new DemoFailure(exports + " cannot be read by bash.");
    }
    return new ShellEnvironment(
        Arrays.stream(output.split("\0"))
            .map(variable -> variable.split("=", 2))
            .filter(pair -> pair.length == 2)
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1])));
  }

  String get(String name) {
    var value = variables.get(name);
    if (value == null) {
      throw new DemoFailure(".sandbox/env does not export " + name + ".");
    }
    return value;
  }
}
