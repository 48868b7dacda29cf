package io.appenv.operator.aggregation;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes a certificate that vouches for itself, in the form of RFC 5280. The JDK's own providers do
 * the cryptography; Bouncy Castle writes the certificate down, which the JDK has no builder for.
 */
final class SelfSigned {

  static final Duration VALIDITY = Duration.ofDays(365);

  /** Clocks of a cluster differ. */
  private static final Duration TOLERANCE = Duration.ofHours(1);

  private static final String CURVE = "secp256r1";
  private static final String SIGNATURE = "SHA256withECDSA";
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
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException missing) {
      throw new IllegalStateException("This Java cannot make a certificate", missing);
    }
  }

  private static X509Certificate certificate(List<String> names, Instant now, KeyPair keys)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    var self = new X500NameBuilder().addRDN(BCStyle.CN, names.getFirst()).build();
    var content =
        new JcaX509v3CertificateBuilder(
                self,
                new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS),
                Date.from(now.minus(TOLERANCE)),
                Date.from(now.plus(VALIDITY)),
                self,
                keys.getPublic())
            .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
            .addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
            .addExtension(Extension.subjectAlternativeName, false, alternatives(names));
    var signed = content.build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate()));
    return new JcaX509CertificateConverter().getCertificate(signed);
  }

  private static GeneralNames alternatives(List<String> names) {
    return new GeneralNames(
        names.stream()
            .map(it -> new GeneralName(GeneralName.dNSName, it))
            .toArray(GeneralName[]::new));
  }
}
