package io.appenv.operator.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole HTTP request.
 *
 * @param target path and query as they were sent
 */
public record Request(
    String method, String target, Map<String, List<String>> headers, byte[] body) {

  static Request read(HttpExchange exchange) throws IOException {
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        exchange.getRequestHeaders(),
        exchange.getRequestBody().readAllBytes());
  }

  String path() {
    return target.split("\\?", 2)[0];
  }

  String query() {
    var parts = target.split("\\?", 2);
    return parts.length == 2 ? parts[1] : "";
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .flatMap(entry -> entry.getValue().stream())
        .findFirst();
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The same request with another body. */
  public Request withText(String text) {
    return new Request(method, target, headers, text.getBytes(StandardCharsets.UTF_8));
  }
}
