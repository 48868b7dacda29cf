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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Prometheus and its promtool: those that are installed, or else those of Debian's package, which
 * is only unpacked into the cache, not installed.
 *
 * @param cache where programs are kept
 */
public record PrometheusPrograms(Path cache, Consumer<String> progress) {

  private static final String PACKAGE = "prometheus";

  /** The folder with both programs; empty where there is neither a program nor Debian's apt-get. */
  public Optional<Path> find() {
    return installed().or(this::unpacked);
  }

  private static Optional<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(Path::of)
        .filter(PrometheusPrograms::hasBoth)
        .findFirst();
  }

  private static boolean hasBoth(Path folder) {
    return Files.isExecutable(folder.resolve("prometheus"))
        && Files.isExecutable(folder.resolve("promtool"));
  }

  private Optional<Path> unpacked() {
    var folder = cache.resolve(PACKAGE);
    var programs = folder.resolve("usr/bin");
    if (!Commands.exists("apt-get", "--version") || !Commands.exists("dpkg-deb", "--version")) {
      return Optional.of(programs).filter(PrometheusPrograms::hasBoth);
    }
    try {
      Files.createDirectories(cache);
      BuildLock.hold(
          cache,
          progress,
          () -> {
            if (!hasBoth(programs)) {
              unpack(folder);
            }
          });
      return Optional.of(programs);
    } catch (IOException failed) {
      throw new SandboxException("Cannot write to " + cache, failed);
    }
  }

  private void unpack(Path folder) throws IOException {
    progress.accept("getting Prometheus from Debian's package");
    var download = Files.createTempDirectory(cache, PACKAGE);
    try {
      Commands.run(download, Map.of(), List.of("apt-get", "download", PACKAGE));
      var archive = onlyFile(download).toString();
      var unpacked = download.resolve("unpacked");
      Commands.run(download, Map.of(), List.of("dpkg-deb", "-x", archive, unpacked.toString()));
      Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Folders.delete(download);
    }
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(it -> it.toString().endsWith(".deb"))
          .findFirst()
          .orElseThrow(() -> new SandboxException("apt-get downloaded nothing into " + folder));
    }
  }
}
