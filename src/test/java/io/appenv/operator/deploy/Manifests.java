package io.appenv.operator.deploy;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the committed manifests the way they are written, without kustomize. */
final class Manifests {

  static final Path DEPLOY = Path.of("deploy");

  private Manifests() {}

  static <T> T read(String file, Class<T> type) {
    try (InputStream manifest = Files.newInputStream(DEPLOY.resolve(file))) {
      return new KubernetesSerialization().unmarshal(manifest, type);
    } catch (IOException unreadable) {
      throw new IllegalStateException("cannot read " + file, unreadable);
    }
  }
}
