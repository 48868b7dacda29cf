package io.appenv.operator.sandbox.background;

import java.nio.file.Path;

/** What lies where in the folder of a checkout's sandbox. */
record SandboxFiles(Path repository) {

  Path folder() {
    return repository.resolve(".sandbox");
  }

  /** Shell exports for people; there when, and only when, the sandbox is ready. */
  Path exports() {
    return folder().resolve("env");
  }

  /** The process that holds the sandbox. */
  Path pid() {
    return folder().resolve("pid");
  }

  /** Held by that process as long as it lives. */
  Path lock() {
    return folder().resolve("lock");
  }

  /** What that process says. */
  Path log() {
    return folder().resolve("sandbox.log");
  }

  /** Data, kubeconfigs and one log a program. */
  Path run() {
    return folder().resolve("run");
  }

  /** Its classes: those of the build may be rebuilt or cleaned while it runs. */
  Path classes() {
    return folder().resolve("classes");
  }
}
