package io.appenv.operator.backend.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** A service on loopback that gives prepared answers, in order, and keeps what it was asked. */
final class ScriptedService implements AutoCloseable {

  record Answer(int status, String body) {}

  private final HttpServer server;
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  ScriptedService(Answer... script) {
    answers.addAll(List.of(script));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** The request is carried out, but the connection breaks before its answer. */
  static Answer lost() {
    return new Answer(0, "");
  }

  /** An error as the Query protocol writes it. */
  static Answer error(int status, String code) {
    return new Answer(
        status,
        "<ErrorResponse><Error><Type>Sender</Type><Code>"
            + code
            + "</Code><Message>text</Message></Error>"
            + "<RequestId>request-1</RequestId></ErrorResponse>");
  }

  /** A result as the Query protocol writes it. */
  static Answer result(String operation, String content) {
    return new Answer(
        200,
        ("<%1$sResponse><%1$sResult>%2$s</%1$sResult><ResponseMetadata>"
                + "<RequestId>request-1</RequestId></ResponseMetadata></%1$sResponse>")
            .formatted(operation, content));
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var answer = answers.size() > 1 ? answers.remove() : answers.element();
    if (answer.status() == 0) {
      exchange.close();
      return;
    }
    var body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
