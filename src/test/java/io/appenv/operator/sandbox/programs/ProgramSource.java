package io.appenv.operator.sandbox.programs;

import java.io.IOException;
import java.nio.file.Path;

/** One way to get the programs. Says why in a SandboxException when there is something it lacks. */
interface ProgramSource {

  /** Puts the program into place, whole or not at all. */
  void provide(Program program, Path target) throws IOException;

  /** Puts KWOK's stages and metrics into a new folder. */
  void provideKwokFiles(Path folder) throws IOException;
}
