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

/**
 * Names what is built from Go modules: a changed module file, or other flags, make another name.
 */
final class Fingerprints {

  private Fingerprints() {}

  static String of(Path modules, List<String> names) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(GoModules.VERSION_FLAGS.getBytes(StandardCharsets.UTF_8));
      for (var module : names) {
        digest.update(Files.readAllBytes(modules.resolve(module).resolve("go.mod")));
        digest.update(Files.readAllBytes(modules.resolve(module).resolve("go.sum")));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (IOException missing) {
      throw new SandboxException("The Go modules under sandbox/ are not readable.", missing);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
