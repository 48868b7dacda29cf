package io.appenv.operator.sandbox.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What KWOK's fake nodes and pods do: stages, and the metrics that annotations claim. The release
 * has them in two files; the Go module has the folders that these were made of.
 */
final class KwokFiles {

  static final List<String> OF_RELEASE = List.of("stage-fast.yaml", "metrics-usage.yaml");

  private static final List<String> OF_MODULE =
      List.of(
          "stage/node/fast",
          "stage/node/heartbeat-with-lease",
          "stage/pod/fast",
          "metrics/resource",
          "metrics/usage");

  private KwokFiles() {}

  static Release release(String file) {
    return Release.onGitHub("kubernetes-sigs/kwok", "v0.8.0", file);
  }

  static void copyOfModule(Path module, Path folder) throws IOException {
    for (var part : OF_MODULE) {
      var target = Files.createDirectories(folder.resolve(part.replace('/', '-')));
      for (var file : manifests(module.resolve("kustomize").resolve(part))) {
        // Not a copy of the file: those of the module cache are read-only.
        Files.write(target.resolve(file.getFileName()), Files.readAllBytes(file));
      }
    }
  }

  /** Beside the manifests lie kustomizations and, in a folder each, KWOK's own tests. */
  private static List<Path> manifests(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.endsWith("kustomization.yaml"))
          .toList();
    }
  }
}
