package io.appenv.operator.aggregation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManager;
import org.jboss.logging.Logger;

/** The port where the API is spoken, with TLS. */
final class MetricsListener implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(MetricsListener.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
  private static final List<String> HEALTH = List.of("/healthz", "/livez", "/readyz");
  private static final int OK = 200;
  private static final int FAILED = 500;

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final MetricsApi api;

  private MetricsListener(HttpsServer server, MetricsApi api) {
    this.server = server;
    this.api = api;
  }

  /**
   * @param port 0 for any that is free
   */
  static MetricsListener start(int port, CurrentIdentity identity, MetricsApi api)
      throws IOException {
    var server = HttpsServer.create(new InetSocketAddress(port), 0);
    var listener = new MetricsListener(server, api);
    server.setHttpsConfigurator(configurator(identity));
    server.setExecutor(listener.threads);
    server.createContext("/", listener::handle);
    server.start();
    return listener;
  }

  private static HttpsConfigurator configurator(CurrentIdentity identity) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {identity}, new TrustManager[] {new UnverifiedClients()}, null);
      return new HttpsConfigurator(context) {
        @Override
        public void configure(HttpsParameters parameters) {
          var tls = getSSLContext().getDefaultSSLParameters();
          tls.setProtocols(PROTOCOLS);
          tls.setWantClientAuth(true);
          parameters.setSSLParameters(tls);
        }
      };
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("This Java has no TLS", missing);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      if (HEALTH.contains(path)) {
        send(exchange, OK, "text/plain", "ok".getBytes(StandardCharsets.UTF_8));
        return;
      }
      var answer = answer(exchange, path);
      send(exchange, answer.code(), "application/json", JSON.writeValueAsBytes(answer.body()));
    }
  }

  private ApiAnswer answer(HttpExchange exchange, String path) {
    try {
      var query = exchange.getRequestURI().getRawQuery();
      return api.answer(
          new MetricsApi.Request(
              exchange.getRequestMethod(),
              path,
              query == null ? "" : query,
              certificates((HttpsExchange) exchange),
              Map.copyOf(exchange.getRequestHeaders())));
    } catch (RuntimeException defect) {
      LOG.error("A request for metrics failed unexpectedly", defect);
      return ApiAnswer.refusal(FAILED, "InternalError", "The operator failed; see its log.");
    }
  }

  private static List<X509Certificate> certificates(HttpsExchange exchange) {
    try {
      return Arrays.stream(exchange.getSSLSession().getPeerCertificates())
          .map(X509Certificate.class::cast)
          .toList();
    } catch (SSLPeerUnverifiedException none) {
      return List.of();
    }
  }

  private static void send(HttpExchange exchange, int code, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(code, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
