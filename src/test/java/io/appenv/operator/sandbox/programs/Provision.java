package io.appenv.operator.sandbox.programs;

import io.appenv.operator.sandbox.Folders;
import io.appenv.operator.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Fills a folder with what it lacks, each program from the first source that has it. */
final class Provision {

  private final ProgramFolder folder;
  private final List<ProgramSource> sources;
  private final Consumer<String> progress;
  private final Set<String> told = new LinkedHashSet<>();

  Provision(ProgramFolder folder, List<ProgramSource> sources, Consumer<String> progress) {
    this.folder = folder;
    this.sources = List.copyOf(sources);
    this.progress = progress;
  }

  void complete() throws IOException {
    for (var program : Program.ALL) {
      if (!folder.has(program)) {
        first(program.name(), source -> source.provide(program, folder.file(program)));
      }
    }
    if (!folder.hasKwokFiles()) {
      first("KWOK's configuration", this::provideKwokFiles);
    }
  }

  private void provideKwokFiles(ProgramSource source) throws IOException {
    var unfinished = folder.path().resolve("kwok.d.unfinished");
    Folders.delete(unfinished);
    source.provideKwokFiles(Files.createDirectories(unfinished));
    Files.move(unfinished, folder.kwokFiles(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void first(String what, Attempt attempt) throws IOException {
    var reasons = new ArrayList<String>();
    for (var source : sources) {
      try {
        attempt.with(source);
        return;
      } catch (SandboxException lacking) {
        if (Thread.currentThread().isInterrupted()) {
          throw lacking;
        }
        reasons.add(String.valueOf(lacking.getMessage()));
        tellOnce(source, lacking);
      }
    }
    throw new SandboxException(
        """
        The sandbox needs %s and cannot get it:
          %s
        Install Go 1.26 or newer, or give this machine access to dl.k8s.io and github.com, or name
        a folder with the programs in APPENV_SANDBOX_BIN."""
            .formatted(what, String.join("\n  ", reasons)));
  }

  /** A host that does not answer is the same news for each of its programs. */
  private void tellOnce(ProgramSource source, SandboxException lacking) {
    if (!source.equals(sources.getLast()) && told.add(String.valueOf(lacking.getMessage()))) {
      progress.accept(
          "no download: %s; Go modules are used instead".formatted(lacking.getMessage()));
    }
  }

  @FunctionalInterface
  private interface Attempt {
    void with(ProgramSource source) throws IOException;
  }
}
