package io.appenv.operator.sandbox.background;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a log while it is written. */
final class StartLog {

  private final Path file;
  private int seen;

  StartLog(Path file) {
    this.file = file;
  }

  /** The whole lines that were added since the last call. */
  List<String> newLines() throws IOException {
    if (Files.notExists(file)) {
      return List.of();
    }
    var text = Files.readString(file);
    var lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    var added = lines.subList(Math.min(seen, lines.size()), lines.size());
    seen = lines.size();
    return added;
  }
}
