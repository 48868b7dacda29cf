package io.appenv.operator.sandbox.programs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with every program, and with KWOK's stages and metrics under {@code kwok.d}. */
record ProgramFolder(Path path) {

  /** In the cache. A changed module file or version makes another folder. */
  static ProgramFolder cached(Path cache, Path modules) {
    var hash = Fingerprints.of(modules, List.of("controlplane", "kwok", "metrics-server"));
    return new ProgramFolder(cache.resolve("controlplane-" + hash));
  }

  boolean isComplete() {
    return hasKwokFiles() && Program.ALL.stream().allMatch(this::has);
  }

  boolean has(Program program) {
    return Files.isExecutable(file(program));
  }

  Path file(Program program) {
    return path.resolve(program.name());
  }

  boolean hasKwokFiles() {
    return Files.isDirectory(kwokFiles());
  }

  Path kwokFiles() {
    return path.resolve("kwok.d");
  }
}
