package io.appenv.operator.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * A policy that the template holds word for word, since CloudFormation can read no other file. It
 * stands behind a comment with its file's name. {@code -Dappenv.guides.write=true} writes it anew.
 */
record EmbeddedPolicy(String file) {

  void assertIsThatOfTheFile() {
    var template = FoundationTemplate.text();
    var mark = "# " + file + "\n";
    var start = template.indexOf(mark) + mark.length();
    assertThat(start).as(mark).isGreaterThan(mark.length());
    var indentation = indentation(template, start - mark.length());
    var last = "\n" + indentation + "}\n";
    var end = template.indexOf(last, start) + last.length();
    var written = template.substring(0, start) + indented(indentation) + template.substring(end);
    try {
      if (Boolean.getBoolean("appenv.guides.write")) {
        Files.writeString(FoundationTemplate.FILE, written);
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    assertThat(FoundationTemplate.text())
        .as("run the test with -Dappenv.guides.write=true after a change of %s", file)
        .isEqualTo(written);
  }

  String text() {
    try {
      return Files.readString(Manifests.DEPLOY.resolve("aws").resolve(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** JSON is YAML too, so it stays as it is. */
  private String indented(String indentation) {
    return text().lines().map(line -> indentation + line + "\n").reduce("", String::concat);
  }

  private static String indentation(String template, int mark) {
    return template.substring(template.lastIndexOf('\n', mark) + 1, mark);
  }
}
