package io.appenv.operator.sandbox.programs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appenv.operator.sandbox.SandboxException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** SHA-256 as projects publish it, and of a file. */
final class Checksums {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private Checksums() {}

  /** Finds the checksum of a file in a document that has it alone, in a list, or as GitHub does. */
  static String find(String document, String file) {
    return published(document, file)
        .filter(found -> SHA256.matcher(found).matches())
        .orElseThrow(() -> new SandboxException("no checksum is published for %s".formatted(file)));
  }

  private static Optional<String> published(String document, String file) {
    var text = document.strip();
    if (SHA256.matcher(text).matches()) {
      return Optional.of(text);
    }
    return text.startsWith("{") ? ofAsset(text, file) : ofLine(text, file);
  }

  private static Optional<String> ofLine(String list, String file) {
    return list.lines()
        .map(line -> line.strip().split("\\s+\\*?", 2))
        .filter(parts -> parts.length == 2 && parts[1].equals(file))
        .map(parts -> parts[0])
        .findFirst();
  }

  private static Optional<String> ofAsset(String release, String file) {
    try {
      var assets = new ObjectMapper().readTree(release).path("assets");
      return StreamSupport.stream(assets.spliterator(), false)
          .filter(asset -> asset.path("name").asText().equals(file))
          .map(asset -> asset.path("digest").asText().replaceFirst("^sha256:", ""))
          .findFirst();
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    }
  }

  static String of(Path file) throws IOException {
    try (var content =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      content.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(content.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
