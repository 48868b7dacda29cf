package io.appenv.operator.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Writes kubeconfig files that verify the server's certificate. */
public final class Kubeconfig {

  private Kubeconfig() {}

  public static Path write(Path file, URI server, Path authority, String token) {
    try {
      var data = Base64.getEncoder().encodeToString(Files.readAllBytes(authority));
      Files.writeString(
          file,
          """
          apiVersion: v1
          kind: Config
          clusters:
          - name: sandbox
            cluster:
              server: %s
              certificate-authority-data: %s
          users:
          - name: user
            user:
              token: %s
          contexts:
          - name: sandbox
            context: {cluster: sandbox, user: user}
          current-context: sandbox
          """
              .formatted(server, data, token));
      return file;
    } catch (IOException failed) {
      throw new SandboxException("Cannot write " + file, failed);
    }
  }
}
