package io.appenv.operator.sandbox.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** The server behind a proxy. */
final class Backend implements AutoCloseable {

  /** These belong to one connection, or are set by the client itself. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "upgrade",
          "expect",
          "keep-alive",
          "http2-settings");

  private final URI uri;
  private final HttpClient client;

  Backend(URI uri, SSLContext trust) {
    this.uri = uri;
    this.client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(trust).build();
  }

  Answer send(Request request) throws IOException {
    var answer = exchange(request, HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
  }

  /** The caller closes the body. */
  HttpResponse<InputStream> open(Request request) throws IOException {
    return exchange(request, HttpResponse.BodyHandlers.ofInputStream());
  }

  private <T> HttpResponse<T> exchange(Request request, HttpResponse.BodyHandler<T> handler)
      throws IOException {
    var builder =
        HttpRequest.newBuilder(URI.create(uri + request.target()))
            .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (belongsToRequest(name)) {
                values.forEach(value -> builder.header(name, value));
              }
            });
    try {
      return client.send(builder.build(), handler);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  static boolean belongsToRequest(String header) {
    return !OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
