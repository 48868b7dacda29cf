package io.appenv.operator.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** What is sent back to one caller. */
final class Delivery {

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

  /** Passes on a stream without an end, line by line: an event of a watch is one. */
  void stream(HttpResponse<InputStream> answer, Watches watches) throws IOException {
    copy(answer.headers().map());
    exchange.sendResponseHeaders(answer.statusCode(), CHUNKED);
    status = answer.statusCode();
    exchange.getResponseBody().flush();
    try (var watch = watches.open(call, answer.body(), exchange.getResponseBody())) {
      watch.pump();
      bytes = watch.bytes();
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
