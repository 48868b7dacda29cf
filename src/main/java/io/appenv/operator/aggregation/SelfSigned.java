package io.appenv.operator.aggregation;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Makes a certificate that vouches for itself, in the form of RFC 5280. The JDK signs but has no
 * builder for it; what there is to write down is short.
 */
final class SelfSigned {

  static final Duration VALIDITY = Duration.ofDays(365);

  /** Clocks of a cluster differ. */
  private static final Duration TOLERANCE = Duration.ofHours(1);

  private static final String CURVE = "secp256r1";
  private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
  private static final String COMMON_NAME = "2.5.4.3";
  private static final String KEY_USAGE = "2.5.29.15";
  private static final String ALTERNATIVE_NAME = "2.5.29.17";
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";

  private static final int VERSION_3 = 2;
  private static final int DNS_NAME = 2;
  private static final int EXTENSIONS = 3;
  private static final int SERIAL_BITS = 120;

  private SelfSigned() {}

  /**
   * @param names by which the server is reached; the first is the subject too
   */
  static ServingIdentity create(List<String> names, Instant now) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVE));
      var keys = generator.generateKeyPair();
      return new ServingIdentity(certificate(names, now, keys), keys.getPrivate());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("This Java has no elliptic curves", missing);
    }
  }

  private static X509Certificate certificate(List<String> names, Instant now, KeyPair keys)
      throws GeneralSecurityException {
    var algorithm = Der.sequence(Der.identifier(ECDSA_WITH_SHA256));
    var content = content(names, now, keys, algorithm);
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(content);
    var encoded = Der.sequence(content, algorithm, Der.bits(0, signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded));
  }

  private static byte[] content(List<String> names, Instant now, KeyPair keys, byte[] algorithm) {
    var self = name(names.getFirst());
    return Der.sequence(
        Der.wrapped(0, Der.integer(BigInteger.valueOf(VERSION_3))),
        Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS)),
        algorithm,
        self,
        Der.sequence(Der.time(now.minus(TOLERANCE)), Der.time(now.plus(VALIDITY))),
        self,
        keys.getPublic().getEncoded(),
        Der.wrapped(EXTENSIONS, extensions(names)));
  }

  private static byte[] name(String commonName) {
    return Der.sequence(Der.set(Der.sequence(Der.identifier(COMMON_NAME), Der.text(commonName))));
  }

  private static byte[] extensions(List<String> names) {
    // The first bit of nine: digitalSignature.
    var usage = Der.bits(7, new byte[] {(byte) 0x80});
    return Der.sequence(
        Der.sequence(Der.identifier(KEY_USAGE), Der.yes(), Der.octets(usage)),
        Der.sequence(
            Der.identifier(EXTENDED_KEY_USAGE),
            Der.octets(Der.sequence(Der.identifier(SERVER_AUTHENTICATION)))),
        Der.sequence(Der.identifier(ALTERNATIVE_NAME), Der.octets(alternatives(names))));
  }

  private static byte[] alternatives(List<String> names) {
    return Der.sequence(
        names.stream()
            .map(it -> Der.context(DNS_NAME, it.getBytes(StandardCharsets.US_ASCII)))
            .toArray(byte[][]::new));
  }
}
