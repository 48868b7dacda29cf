package io.appenv.operator.sandbox.programs;

import io.appenv.operator.sandbox.Commands;
import io.appenv.operator.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Builds from the Go modules under {@code sandbox/}, which need no more than a module proxy. */
record GoModules(Path modules, Consumer<String> progress) implements ProgramSource {

  static final String VERSION_FLAGS =
      "-s -w -X k8s.io/component-base/version.gitVersion="
          + Program.KUBERNETES
          + " -X k8s.io/component-base/version.gitMajor=1"
          + " -X k8s.io/component-base/version.gitMinor=35";

  @Override
  public void provide(Program program, Path target) throws IOException {
    build(program.name(), program.module(), program.goPackage(), program.usually(), target);
  }

  /** Builds a package of one of the modules into place, whole or not at all. */
  void build(String name, String module, String goPackage, String usually, Path target)
      throws IOException {
    requireGo();
    progress.accept(
        "building %s from Go modules (about %s the first time on two cores)"
            .formatted(name, usually));
    var started = Instant.now();
    var unfinished = target.resolveSibling(name + ".unfinished");
    Commands.run(
        modules.resolve(module),
        Map.of("CGO_ENABLED", "0"),
        List.of(
            "go",
            "build",
            "-trimpath",
            "-ldflags",
            VERSION_FLAGS,
            "-o",
            unfinished.toString(),
            goPackage));
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    progress.accept(
        "built %s in %d s".formatted(name, Duration.between(started, Instant.now()).toSeconds()));
  }

  @Override
  public void provideKwokFiles(Path folder) throws IOException {
    requireGo();
    var kwok = modules.resolve("kwok");
    Commands.run(kwok, Map.of(), List.of("go", "mod", "download", "sigs.k8s.io/kwok"));
    var module =
        Commands.run(
            kwok, Map.of(), List.of("go", "list", "-m", "-f", "{{.Dir}}", "sigs.k8s.io/kwok"));
    KwokFiles.copyOfModule(Path.of(module.strip()), folder);
  }

  private static void requireGo() {
    if (!Commands.exists("go", "version")) {
      throw new SandboxException("there is no go on the PATH");
    }
  }
}
