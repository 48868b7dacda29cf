package io.appenv.operator.api.v1alpha1;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * One sample file: manifests that are applied one after the other.
 *
 * <p>An invalid sample starts with the comment {@code # expect: } and a part of the message with
 * which the API server refuses its last manifest.
 *
 * @param name file name without its ending, which is also the name of the rule that it shows
 */
record Sample(String name, String text) {

  private static final Path FOLDER = Path.of("src", "test", "resources", "samples");
  private static final String EXPECT = "# expect: ";

  static List<Sample> valid() {
    return in(FOLDER.resolve("valid"));
  }

  static List<Sample> invalid() {
    return in(FOLDER.resolve("invalid"));
  }

  static List<Sample> validOverrides() {
    return in(FOLDER.resolve("overrides").resolve("valid"));
  }

  static List<Sample> invalidOverrides() {
    return in(FOLDER.resolve("overrides").resolve("invalid"));
  }

  List<GenericKubernetesResource> manifests() {
    return Arrays.stream(text.split("\n---\n", -1))
        .map(manifest -> Serialization.unmarshal(manifest, GenericKubernetesResource.class))
        .toList();
  }

  List<AppEnvironment> environments() {
    return Arrays.stream(text.split("\n---\n", -1))
        .map(manifest -> Serialization.unmarshal(manifest, AppEnvironment.class))
        .toList();
  }

  String expectation() {
    var first = text.lines().findFirst().orElse("");
    if (!first.startsWith(EXPECT)) {
      throw new IllegalStateException(name + " does not start with " + EXPECT);
    }
    return first.substring(EXPECT.length());
  }

  @Override
  public String toString() {
    return name;
  }

  private static List<Sample> in(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().map(Sample::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sample read(Path file) {
    try {
      var name = String.valueOf(file.getFileName()).replace(".yaml", "");
      return new Sample(name, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
