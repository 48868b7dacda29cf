package io.appenv.operator.sandbox.programs;

import java.util.Locale;

/** Operating system and architecture as Go projects name them in their releases. */
record Platform(String system, String architecture) {

  static Platform ofThisMachine() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var architecture = System.getProperty("os.arch");
    return new Platform(
        system.startsWith("mac") ? "darwin" : system,
        switch (architecture) {
          case "x86_64" -> "amd64";
          case "aarch64" -> "arm64";
          default -> architecture;
        });
  }
}
