package io.appenv.operator.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers that name a user are believed of the API server, and of nobody else. */
class FrontProxyTest {

  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "X-remote-user", List.of("system:serviceaccount:kube-system:hpa"),
          "X-remote-group", List.of("system:authenticated", "system:serviceaccounts"),
          "X-remote-uid", List.of("1234"),
          "X-remote-extra-scopes%2fof", List.of("all"));

  private static Certificates ours;
  private static Certificates foreign;

  @BeforeAll
  static void makeCertificates(@TempDir Path directory) {
    ours = Certificates.create(directory.resolve("ours"));
    foreign = Certificates.create(directory.resolve("foreign"));
  }

  private static FrontProxySettings settings(String names) {
    return FrontProxySettings.read(
        Map.of(
            "requestheader-client-ca-file", text(ours.authority()),
            "requestheader-allowed-names", names,
            "requestheader-username-headers", "[\"X-Remote-User\"]",
            "requestheader-uid-headers", "[\"X-Remote-Uid\"]",
            "requestheader-group-headers", "[\"X-Remote-Group\"]",
            "requestheader-extra-headers-prefix", "[\"X-Remote-Extra-\"]"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static X509Certificate certificate(Certificates of, String name) {
    try (InputStream file = Files.newInputStream(of.directory().resolve(name + ".crt"))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
    } catch (IOException | CertificateException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static Optional<Caller> caller(FrontProxySettings settings, X509Certificate... chain) {
    return FrontProxy.caller(settings, List.of(chain), HEADERS, Instant.now());
  }

  @Test
  void theApiServerIsBelieved() {
    var told = caller(settings("[\"front-proxy-client\"]"), certificate(ours, "front-proxy"));

    assertThat(told)
        .contains(
            new Caller(
                "system:serviceaccount:kube-system:hpa",
                "1234",
                List.of("system:authenticated", "system:serviceaccounts"),
                Map.of("scopes/of", List.of("all"))));
    assertThat(caller(settings("[]"), certificate(ours, "front-proxy"))).isPresent();
  }

  @Test
  void nobodyElseIs() {
    var settings = settings("[\"front-proxy-client\"]");

    assertThat(caller(settings)).as("no certificate").isEmpty();
    assertThat(caller(settings, certificate(foreign, "front-proxy")))
        .as("signed by another authority of the same name")
        .isEmpty();
    assertThat(caller(settings, certificate(ours, "server"))).as("another name").isEmpty();
    assertThat(caller(settings("[]"), certificate(ours, "server")))
        .as("a certificate that is not for clients")
        .isEmpty();
    assertThat(caller(settings("[\"other\"]"), certificate(ours, "front-proxy"))).isEmpty();
    assertThat(caller(FrontProxySettings.none(), certificate(ours, "front-proxy")))
        .as("a cluster without a front proxy")
        .isEmpty();
    assertThat(caller(settings("[]"), certificate(ours, "ca")))
        .as("the authority itself")
        .isEmpty();
    assertThat(
            FrontProxy.caller(
                settings,
                List.of(certificate(ours, "front-proxy")),
                HEADERS,
                Instant.now().plusSeconds(400L * 24 * 3600)))
        .as("a certificate that has ended")
        .isEmpty();
  }
}
