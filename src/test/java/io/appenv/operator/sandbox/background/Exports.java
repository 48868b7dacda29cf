package io.appenv.operator.sandbox.background;

import io.appenv.operator.sandbox.AwsFoundation;
import io.appenv.operator.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The variables of a sandbox as lines that a shell reads. */
final class Exports {

  private Exports() {}

  /** Appears whole or not at all: whoever waits for the sandbox waits for this file. */
  static void write(Path file, Sandbox sandbox) throws IOException {
    var variables = new TreeMap<>(sandbox.awsEnvironment());
    // The name that the AWS CLI of version 1 and boto3 know.
    variables.put("AWS_DEFAULT_REGION", AwsFoundation.REGION);
    variables.put("KUBECONFIG", sandbox.adminKubeconfig().toString());
    variables.put("OPERATOR_KUBECONFIG", sandbox.operatorKubeconfig().toString());
    var lines =
        variables.entrySet().stream()
            .map(
                variable -> "export %s=%s".formatted(variable.getKey(), quote(variable.getValue())))
            .collect(Collectors.joining("\n"));
    var programs = quote(Objects.requireNonNull(sandbox.kubectl().getParent()).toString());
    var unfinished = file.resolveSibling("env.unfinished");
    Files.writeString(unfinished, "%s%nexport PATH=%s:\"$PATH\"%n".formatted(lines, programs));
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Paths may have spaces, and quotes too. */
  static String quote(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }
}
