package io.appenv.operator.sandbox.programs;

import io.appenv.operator.sandbox.Commands;
import io.appenv.operator.sandbox.Folders;
import io.appenv.operator.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The ACK controllers and the definitions of their resources. Their projects publish images only,
 * so they are built from Go modules, once for a machine.
 */
public final class AckPrograms {

  private static final List<AckController> CONTROLLERS = List.of(AckController.values());

  private final Path modules;
  private final Path cache;
  private final Consumer<String> progress;

  /**
   * @param repository root of the checkout, which holds the Go modules under {@code sandbox/}
   * @param cache folder that outlives checkouts
   */
  public AckPrograms(Path repository, Path cache, Consumer<String> progress) {
    this.modules = repository.resolve("sandbox");
    this.cache = cache;
    this.progress = progress;
  }

  /** The folder with both programs and, under {@code crds}, their definitions. */
  public Path provide() {
    var folder = cache.resolve("ack-" + Fingerprints.of(modules, AckController.modules()));
    if (CONTROLLERS.stream().anyMatch(it -> !isThere(it, folder))) {
      try {
        Files.createDirectories(folder);
        BuildLock.hold(cache, progress, () -> fill(folder));
      } catch (IOException failed) {
        throw new SandboxException("Cannot write to %s: %s".formatted(folder, failed), failed);
      }
    }
    return folder;
  }

  private void fill(Path folder) throws IOException {
    var source = new GoModules(modules, progress);
    for (var controller : CONTROLLERS) {
      if (!isThere(controller, folder)) {
        copyDefinitions(controller, folder);
        source.build(
            controller.program(),
            controller.module(),
            controller.goPackage(),
            "2 minutes",
            folder.resolve(controller.program()));
      }
    }
  }

  /** The program comes last. */
  private static boolean isThere(AckController controller, Path folder) {
    return Files.isExecutable(folder.resolve(controller.program()));
  }

  private void copyDefinitions(AckController controller, Path folder) throws IOException {
    var module = modules.resolve(controller.module());
    Commands.run(module, Map.of(), List.of("go", "mod", "download", controller.goModule()));
    var source =
        Commands.run(
            module, Map.of(), List.of("go", "list", "-m", "-f", "{{.Dir}}", controller.goModule()));
    var target = folder.resolve("crds").resolve(controller.module());
    var unfinished = folder.resolve(controller.module() + ".unfinished");
    Folders.delete(unfinished);
    Folders.delete(target);
    Files.createDirectories(unfinished);
    Files.createDirectories(target.getParent());
    try (var files = Files.list(Path.of(source.strip(), "helm", "crds"))) {
      for (var file : files.toList()) {
        // Not a copy of the file: those of the module cache are read-only.
        Files.write(unfinished.resolve(file.getFileName()), Files.readAllBytes(file));
      }
    }
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
