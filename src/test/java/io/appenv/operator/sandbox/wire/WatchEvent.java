package io.appenv.operator.sandbox.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * One event of a watch.
 *
 * @param watch the request it answers
 * @param type {@code ADDED}, {@code MODIFIED}, {@code DELETED}, {@code BOOKMARK}, {@code ERROR}
 * @param target {@code namespace/name} of the object
 */
public record WatchEvent(Call watch, String type, String target) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads a line of the stream. */
  static WatchEvent read(Call watch, String line) {
    try {
      var event = JSON.readTree(line);
      var metadata = event.path("object").path("metadata");
      return new WatchEvent(
          watch,
          event.path("type").asText(),
          metadata.path("namespace").asText() + "/" + metadata.path("name").asText());
    } catch (IOException notJson) {
      return new WatchEvent(watch, "", "");
    }
  }
}
