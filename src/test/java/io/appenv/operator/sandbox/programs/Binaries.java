package io.appenv.operator.sandbox.programs;

import io.appenv.operator.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Provides the programs of the control plane: from a folder that was named, the cache, the official
 * downloads or a build from Go modules, in this order. The last two fill the cache.
 */
public final class Binaries {

  /** Names a folder that holds all programs, instead of all else. */
  static final String FOLDER_PROPERTY = "appenv.sandbox.bin";

  private static final String FOLDER_VARIABLE = "APPENV_SANDBOX_BIN";

  /** The value {@code off} leaves the official downloads out. */
  private static final String DOWNLOAD_VARIABLE = "APPENV_SANDBOX_DOWNLOAD";

  private final Path modules;
  private final Path cache;
  private final Consumer<String> progress;

  /**
   * @param repository root of the checkout, which holds the Go modules under {@code sandbox/}
   * @param cache folder that outlives checkouts
   */
  public Binaries(Path repository, Path cache, Consumer<String> progress) {
    this.modules = repository.resolve("sandbox");
    this.cache = cache;
    this.progress = progress;
  }

  /** The folder with every program and with KWOK's configuration under {@code kwok.d}. */
  public Path provide() {
    var named = System.getProperty(FOLDER_PROPERTY, System.getenv(FOLDER_VARIABLE));
    if (named != null) {
      return complete(new ProgramFolder(Path.of(named).toAbsolutePath()));
    }
    var folder = ProgramFolder.cached(cache, modules);
    if (!folder.isComplete()) {
      fill(folder);
    }
    return folder.path();
  }

  private static Path complete(ProgramFolder named) {
    if (!named.isComplete()) {
      throw new SandboxException(
          "%s lacks one of %s or the folder kwok.d."
              .formatted(named.path(), Program.ALL.stream().map(Program::name).toList()));
    }
    return named.path();
  }

  private void fill(ProgramFolder folder) {
    try {
      Files.createDirectories(folder.path());
      BuildLock.hold(cache, progress, () -> new Provision(folder, sources(), progress).complete());
    } catch (IOException failed) {
      throw new SandboxException("Cannot write to %s: %s".formatted(folder.path(), failed), failed);
    }
  }

  private List<ProgramSource> sources() {
    var build = new GoModules(modules, progress);
    if ("off".equalsIgnoreCase(System.getenv(DOWNLOAD_VARIABLE))) {
      return List.of(build);
    }
    return List.of(new OfficialDownloads(Web.open(), Platform.ofThisMachine(), progress), build);
  }
}
