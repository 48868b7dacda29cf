package io.appenv.operator.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The kubectl a user has, with one kubeconfig. */
public record Kubectl(Path program, Path kubeconfig) {

  /** Returns what kubectl printed; throws with it when kubectl fails. */
  public String run(String... arguments) {
    var command = new ArrayList<String>();
    command.add(program.toString());
    command.addAll(Arrays.asList(arguments));
    return Commands.run(
        Path.of(".").toAbsolutePath().normalize(),
        Map.of("KUBECONFIG", kubeconfig.toString()),
        List.copyOf(command));
  }

  /** Applies a manifest given as text. */
  public String apply(String manifest) {
    try {
      var file = Files.createTempFile("manifest", ".yaml");
      try {
        Files.writeString(file, manifest);
        return run("apply", "-f", file.toString());
      } finally {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new SandboxException("Cannot write a temporary file.", failed);
    }
  }
}
