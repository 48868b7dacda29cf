package io.appenv.operator.golden;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One folder: an environment, and the objects it becomes. */
record GoldenCase(Path folder) {

  private static final Path ROOT = Path.of("src", "test", "resources", "derived");

  static List<GoldenCase> all() {
    return list(ROOT).stream().filter(Files::isDirectory).map(GoldenCase::new).toList();
  }

  AppEnvironment environment() {
    return Serialization.unmarshal(
        read(folder.resolve("in-environment.yaml")), AppEnvironment.class);
  }

  Map<String, String> expected() {
    var files = new TreeMap<String, String>();
    outputs().forEach(file -> files.put(name(file), read(file)));
    return files;
  }

  void write(Map<String, String> actual) throws IOException {
    for (var stale : outputs()) {
      Files.delete(stale);
    }
    for (var file : actual.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  @Override
  public String toString() {
    return name(folder);
  }

  private List<Path> outputs() {
    return list(folder).stream().filter(file -> name(file).startsWith("out-")).toList();
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static List<Path> list(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
