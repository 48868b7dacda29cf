package io.appenv.operator.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A whole HTTP answer. */
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {

  public static Answer of(int status, String contentType, String body) {
    return new Answer(
        status,
        Map.of("Content-Type", List.of(contentType)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The same answer with another body. */
  public Answer withText(String text) {
    return new Answer(status, headers, text.getBytes(StandardCharsets.UTF_8));
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
