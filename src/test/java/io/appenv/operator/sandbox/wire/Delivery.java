package io.appenv.operator.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** What is sent back to one caller. */
final class Delivery {

  private static final int BUFFER = 16 * 1024;

  /** In the JDK's server, the length of a body that is empty, and of one of unknown length. */
  private static final int EMPTY = -1;

  private static final int CHUNKED = 0;

  private final HttpExchange exchange;
  final Call call;
  int status;
  long bytes;

  Delivery(HttpExchange exchange, Call call) {
    this.exchange = exchange;
    this.call = call;
  }

  void answer(Answer answer) throws IOException {
    copy(answer.headers());
    exchange.sendResponseHeaders(
        answer.status(), answer.body().length == 0 ? EMPTY : answer.body().length);
    exchange.getResponseBody().write(answer.body());
    status = answer.status();
    bytes = answer.body().length;
  }

  void stream(int code, Map<String, List<String>> headers, InputStream body) throws IOException {
    copy(headers);
    exchange.sendResponseHeaders(code, CHUNKED);
    status = code;
    var out = exchange.getResponseBody();
    out.flush();
    var buffer = new byte[BUFFER];
    for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      out.write(buffer, 0, read);
      out.flush();
      bytes += read;
    }
  }

  private void copy(Map<String, List<String>> headers) {
    headers.forEach(
        (name, values) -> {
          // HTTP/2 puts its own names before the others.
          if (Backend.belongsToRequest(name) && !name.startsWith(":")) {
            exchange.getResponseHeaders().put(name, values);
          }
        });
  }
}
