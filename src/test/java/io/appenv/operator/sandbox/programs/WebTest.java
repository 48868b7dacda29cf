package io.appenv.operator.sandbox.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.appenv.operator.sandbox.Certificates;
import io.appenv.operator.sandbox.FreePorts;
import io.appenv.operator.sandbox.SandboxException;
import io.appenv.operator.sandbox.wire.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing comes from the web that is not whole and does not have the published checksum. */
class WebTest {

  private static final String CONTENT = "#!/bin/sh\n";
  private static HttpsServer server;
  private static Web web;

  private final Path folder;

  WebTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void serve(@TempDir Path keys) throws IOException {
    var certificates = Certificates.create(keys);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(Tls.identity(certificates.serverIdentity())));
    server.createContext(
        "/tool",
        exchange -> {
          var body = CONTENT.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    web =
        new Web(HttpClient.newBuilder().sslContext(Tls.trusting(certificates.authority())).build());
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void whatHasThePublishedChecksumIsPutIntoPlace() throws IOException {
    web.file(address("/tool"), checksum(CONTENT), folder.resolve("tool"));
    assertThat(folder.resolve("tool")).hasContent(CONTENT);
  }

  @Test
  void anotherChecksumIsRefused() {
    assertRefused(address("/tool"), checksum("something else")).hasMessageContaining("checksum");
  }

  @Test
  void errorIsNoContent() {
    assertRefused(address("/missing"), checksum(CONTENT)).hasMessageContaining("status 404");
  }

  @Test
  void onlyHttpsIsTrusted() {
    assertRefused(URI.create("http://127.0.0.1/tool"), checksum(CONTENT))
        .hasMessageContaining("only https");
  }

  @Test
  void hostThatRefusesConnectionsIsNamed() {
    assertRefused(URI.create("https://127.0.0.1:%d/tool".formatted(FreePorts.one())), "")
        .hasMessageContaining("127.0.0.1 does not answer");
  }

  private AbstractThrowableAssert<?, ?> assertRefused(URI address, String sha256) {
    var refused =
        assertThatThrownBy(() -> web.file(address, sha256, folder.resolve("tool")))
            .isInstanceOf(SandboxException.class);
    assertThat(folder).isEmptyDirectory();
    return refused;
  }

  private static String checksum(String content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static URI address(String path) {
    return URI.create("https://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
  }
}
