package io.appenv.operator.aggregation;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the server proves itself with. */
record ServingIdentity(X509Certificate certificate, PrivateKey key) {

  /** Made anew that long before it ends. */
  private static final Duration EARLY = Duration.ofDays(30);

  private static final int DNS_NAME = 2;

  /** From PEM, as a Secret of type kubernetes.io/tls holds it; empty for what is none. */
  static Optional<ServingIdentity> parse(String certificate, String key) {
    try {
      var parsed =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII)));
      var encoded = Base64.getMimeDecoder().decode(key.replaceAll("-----[A-Z ]+-----", "").strip());
      var secret = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return Optional.of(new ServingIdentity(parsed, secret));
    } catch (GeneralSecurityException | IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }

  String certificatePem() {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("It was encoded before", impossible);
    }
  }

  String keyPem() {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  private static String pem(String kind, byte[] content) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, lines);
  }

  /** Whether it is of these names and will be for a while. */
  boolean serves(List<String> names, Instant now) {
    return certificate.getNotAfter().toInstant().minus(EARLY).isAfter(now)
        && names().equals(Set.copyOf(names));
  }

  private Set<String> names() {
    try {
      var alternatives = certificate.getSubjectAlternativeNames();
      return alternatives == null
          ? Set.of()
          : alternatives.stream()
              .filter(it -> Integer.valueOf(DNS_NAME).equals(it.get(0)))
              .map(it -> (String) it.get(1))
              .collect(Collectors.toUnmodifiableSet());
    } catch (CertificateParsingException foreign) {
      return Set.of();
    }
  }

  /** The key stays where it is. */
  @Override
  public String toString() {
    return "ServingIdentity[" + certificate.getSubjectX500Principal() + "]";
  }
}
