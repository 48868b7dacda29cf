package io.appenv.operator.sandbox.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;

/** One wire: an HTTP server that passes on what it gets, writes it down, and applies faults. */
final class Proxy implements AutoCloseable {

  private static final int BACKLOG = 1024;

  static {
    // The server of the JDK delays small answers and ends idle connections after 30 seconds; a
    // caller would take that for a fault.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.idleInterval", "3600");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "5000");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final URI uri;
  private final Reader reader;
  private final Backend backend;
  private final Emulation emulation;
  private final Recording recording;
  private final Faults faults;
  private final Watches watches;

  private Proxy(
      HttpServer server,
      String scheme,
      Reader reader,
      Backend backend,
      Emulation emulation,
      Recording recording,
      Faults faults,
      Watches watches) {
    this.server = server;
    this.uri = URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    this.reader = reader;
    this.backend = backend;
    this.emulation = emulation;
    this.recording = recording;
    this.faults = faults;
    this.watches = watches;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  static Proxy toAws(
      Backend backend,
      String operatorKey,
      Emulation emulation,
      Recording recording,
      Faults faults) {
    try {
      return new Proxy(
          HttpServer.create(loopback(), BACKLOG),
          "http",
          new AwsReader(operatorKey),
          backend,
          emulation,
          recording,
          faults,
          new Watches());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static Proxy toKubernetes(
      Backend backend, SSLContext identity, Recording recording, Faults faults, Watches watches) {
    try {
      var server = HttpsServer.create(loopback(), BACKLOG);
      server.setHttpsConfigurator(new HttpsConfigurator(identity));
      return new Proxy(
          server,
          "https",
          new KubernetesReader(),
          backend,
          Emulation.none(),
          recording,
          faults,
          watches);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  URI uri() {
    return uri;
  }

  private void handle(HttpExchange exchange) {
    // Closing an exchange that was not answered ends its connection.
    try (exchange) {
      var request = Request.read(exchange);
      if (request.header("Upgrade").isPresent()) {
        // As kubectl proxy: no web socket here. Clients then watch by a plain GET.
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      if (!reader.isOperators(request)) {
        pass(new Delivery(exchange, reader.read(0, request)), request);
        return;
      }
      var call = reader.read(recording.nextNumber(), request);
      recording.look(call, request);
      var sent = new Delivery(exchange, call);
      try {
        apply(faults.next(call), sent, request);
      } finally {
        recording.add(new Recording.Entry(call, sent.status, sent.bytes));
      }
    } catch (IOException gone) {
      // The caller or the backend went away: to the other side that is an ended connection.
    }
  }

  private void apply(Optional<Fault> fault, Delivery sent, Request request) throws IOException {
    if (fault.isEmpty()) {
      pass(sent, request);
      return;
    }
    switch (fault.get()) {
      case Fault.Refuse refuse -> sent.answer(refuse.answer().apply(sent.call));
      case Fault.LoseRequest _ -> {}
      case Fault.LoseAnswer _ -> commit(sent.call, request);
      case Fault.Misreport misreport -> {
        commit(sent.call, request);
        sent.answer(misreport.answer().apply(sent.call));
      }
      case Fault.Alter alter ->
          sent.answer(alter.change().apply(sent.call, answer(sent.call, request)));
      case Fault.Delay delay -> {
        LockSupport.parkNanos(delay.duration().toNanos());
        pass(sent, request);
      }
      case Fault.Before before -> before.event().run();
      case Fault.After after -> {
        commit(sent.call, request);
        after.event().run();
      }
    }
  }

  private void pass(Delivery sent, Request request) throws IOException {
    if (reader.isStream(sent.call)) {
      sent.stream(backend.open(request), watches);
    } else {
      sent.answer(answer(sent.call, request));
    }
  }

  /** Lets the request take effect without an answer. */
  private void commit(Call call, Request request) throws IOException {
    if (reader.isStream(call)) {
      backend.open(request).body().close();
    } else {
      answer(call, request);
    }
  }

  private Answer answer(Call call, Request request) throws IOException {
    var answer = emulation.answer(call, request, backend::send);
    reader.learn(call, answer);
    return answer;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    backend.close();
  }
}
