package io.appenv.operator.sandbox;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The AWS emulators, installed once into a virtual environment in the cache. */
record PythonTools(Path repository, Path cache, Consumer<String> progress) {

  /** The folder with the emulators' programs. */
  Path provide() {
    var requirements = repository.resolve("sandbox").resolve("requirements.txt");
    try {
      // The path is part of every script of a virtual environment: it cannot be moved when done.
      var name = UUID.nameUUIDFromBytes(Files.readAllBytes(requirements)).toString();
      var folder = cache.resolve("python-" + name);
      Files.createDirectories(cache);
      try (var file = new RandomAccessFile(cache.resolve("python.lock").toFile(), "rw");
          var lock = file.getChannel().lock()) {
        lock.acquiredBy();
        if (!Files.exists(folder.resolve("complete"))) {
          install(folder, requirements);
        }
      }
      return folder.resolve("bin");
    } catch (IOException failed) {
      throw new SandboxException("Cannot write to " + cache, failed);
    }
  }

  private void install(Path folder, Path requirements) throws IOException {
    if (!Commands.exists("python3", "--version")) {
      throw new SandboxException(
          "The sandbox's AWS endpoint needs python3 (3.10 or newer) with venv.");
    }
    progress.accept("installing the AWS endpoint (about 1 minute the first time)");
    Commands.run(cache, Map.of(), List.of("python3", "-m", "venv", folder.toString()));
    Commands.run(
        cache,
        Map.of(),
        List.of(
            folder.resolve("bin/pip").toString(),
            "install",
            "--quiet",
            "--requirement",
            requirements.toString()));
    var unfinished = folder.resolve("complete.unfinished");
    Files.writeString(unfinished, "complete", StandardCharsets.UTF_8);
    Files.move(unfinished, folder.resolve("complete"), StandardCopyOption.ATOMIC_MOVE);
  }
}
