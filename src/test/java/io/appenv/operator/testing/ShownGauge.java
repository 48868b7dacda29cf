package io.appenv.operator.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** An application that shows one number to Prometheus. */
public final class ShownGauge implements AutoCloseable {

  private static final String PATH = "/metrics";

  private final HttpServer server;
  private volatile double value;

  public ShownGauge(String name) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext(
        PATH,
        exchange -> {
          var body = "%s %s\n".formatted(name, value).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  public void show(double now) {
    value = now;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), PATH));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
