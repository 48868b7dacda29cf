package io.appenv.operator.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;

/** The certificate is read by the JDK here, and by the API server in RequestScalingIT. */
class ServingIdentityTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final List<String> NAMES = List.of("metrics.appenv-system.svc", "metrics.x");

  @Test
  void itVouchesForItselfAndForItsNames() throws Exception {
    var certificate = SelfSigned.create(NAMES, NOW).certificate();

    assertThatCode(() -> certificate.verify(certificate.getPublicKey())).doesNotThrowAnyException();
    certificate.checkValidity(Date.from(NOW));
    assertThat(certificate.getNotAfter()).isEqualTo(NOW.plus(SelfSigned.VALIDITY));
    assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(certificate.getKeyUsage()).startsWith(true, false);
    assertThat(certificate.getSubjectAlternativeNames())
        .extracting(it -> String.valueOf(it.get(1)))
        .containsExactlyInAnyOrderElementsOf(List.of(NAMES.get(0), NAMES.get(1)));
    assertThat(certificate.getVersion()).isEqualTo(3);
    assertThat(certificate.getSerialNumber().bitLength()).isGreaterThan(64);
  }

  @Test
  void aClientThatTrustsItAcceptsIt() throws Exception {
    var certificate = SelfSigned.create(NAMES, Instant.now()).certificate();
    var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("operator", certificate);
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    var manager = (X509TrustManager) factory.getTrustManagers()[0];

    assertThatCode(
            () ->
                manager.checkServerTrusted(
                    new java.security.cert.X509Certificate[] {certificate}, "ECDHE_ECDSA"))
        .doesNotThrowAnyException();
  }

  @Test
  void itIsReadBackFromWhatIsStored() {
    var made = SelfSigned.create(NAMES, NOW);
    var read = ServingIdentity.parse(made.certificatePem(), made.keyPem());

    assertThat(read).contains(made);
    assertThat(made).asString().doesNotContain(made.keyPem().substring(40, 60));
    assertThat(ServingIdentity.parse("none", made.keyPem())).isEmpty();
    assertThat(ServingIdentity.parse(made.certificatePem(), "none")).isEmpty();
  }

  @Test
  void itIsMadeAnewBeforeItEndsAndForOtherNames() {
    var made = SelfSigned.create(NAMES, NOW);

    assertThat(made.serves(NAMES, NOW)).isTrue();
    assertThat(made.serves(NAMES, NOW.plus(Duration.ofDays(336)))).isFalse();
    assertThat(made.serves(List.of("other.appenv-system.svc"), NOW)).isFalse();
  }
}
