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

/** The releases of the projects, with the checksums that they publish. */
record OfficialDownloads(Web web, Platform platform, Consumer<String> progress)
    implements ProgramSource {

  @Override
  public void provide(Program program, Path target) throws IOException {
    if (program.release().isArchive()) {
      extract(program, target);
    } else {
      var downloaded = target.resolveSibling(target.getFileName() + ".download");
      fetch(program.release(), downloaded);
      finish(downloaded, target);
    }
    progress.accept("downloaded " + program.name());
  }

  @Override
  public void provideKwokFiles(Path folder) {
    for (var file : KwokFiles.OF_RELEASE) {
      fetch(KwokFiles.release(file), folder.resolve(file));
    }
  }

  private void fetch(Release release, Path target) {
    var address = release.fileFor(platform);
    var name = Path.of(address.getPath()).getFileName().toString();
    var sha256 = Checksums.find(web.document(release.checksumsFor(platform)), name);
    web.file(address, sha256, target);
  }

  /** The tar of macOS reads zip files too. */
  private void extract(Program program, Path target) throws IOException {
    var folder = target.resolveSibling(program.name() + ".unpacked");
    Folders.delete(folder);
    Files.createDirectories(folder);
    try {
      var archive = folder.resolve("archive");
      fetch(program.release(), archive);
      Commands.run(
          folder, Map.of(), List.of("tar", "-xf", archive.toString(), "--strip-components=1"));
      var extracted = folder.resolve(program.name());
      if (!Files.exists(extracted)) {
        throw new SandboxException("%s is not in its archive".formatted(program.name()));
      }
      finish(extracted, target);
    } finally {
      Folders.delete(folder);
    }
  }

  private static void finish(Path file, Path target) throws IOException {
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("Cannot make %s executable".formatted(file));
    }
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
