package io.appenv.operator.sandbox.programs;

import io.appenv.operator.sandbox.SandboxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A folder with every program, and with KWOK's stages and metrics under {@code kwok.d}. */
record ProgramFolder(Path path) {

  /** In the cache. A changed module file or version makes another folder. */
  static ProgramFolder cached(Path cache, Path modules) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(GoModules.VERSION_FLAGS.getBytes(StandardCharsets.UTF_8));
      for (var module : List.of("controlplane", "kwok", "metrics-server")) {
        digest.update(Files.readAllBytes(modules.resolve(module).resolve("go.mod")));
        digest.update(Files.readAllBytes(modules.resolve(module).resolve("go.sum")));
      }
      var hash = HexFormat.of().formatHex(digest.digest()).substring(0, 12);
      return new ProgramFolder(cache.resolve("controlplane-" + hash));
    } catch (IOException missing) {
      throw new SandboxException("The Go modules under sandbox/ are not readable.", missing);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
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
