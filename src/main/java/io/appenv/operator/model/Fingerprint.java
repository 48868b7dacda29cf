package io.appenv.operator.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What tells one plan, or one text, from another. Of a plan it is all that people read of it before
 * they approve, but for when it runs, which the approval changes.
 */
public final class Fingerprint {

  /** Short enough to be typed, too long to be met by accident. */
  public static final int LENGTH = 12;

  /** Digits alone, or with an e among them, would be read as a number wherever YAML is written. */
  private static final String LETTER = "p";

  private static final String AUTHENTICATION = "HmacSHA256";

  private Fingerprint() {}

  public static String of(PlannedAction planned) {
    return hash(
        String.join(
            "\n",
            planned.action().operation(),
            planned.action().target().kind().name(),
            planned.action().target().name(),
            planned.reason(),
            planned.changeClass().name(),
            planned.interruption().name()));
  }

  /** In this order. */
  public static String of(List<PlannedAction> actions) {
    return hash(actions.stream().map(Fingerprint::of).collect(Collectors.joining("\n")));
  }

  /** Of what is too long to be remembered as it is. */
  public static String of(String text) {
    return hash(text);
  }

  /** Of a secret: without the key nobody finds out by trying what it was made of. */
  public static String of(SecretText key, String text) {
    return shortened(authenticated(key, text));
  }

  /** The same in 64 hexadecimal digits, for those who take so many. */
  static String whole(SecretText key, String text) {
    return HexFormat.of().formatHex(authenticated(key, text));
  }

  private static byte[] authenticated(SecretText key, String text) {
    try {
      var mac = Mac.getInstance(AUTHENTICATION);
      mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), AUTHENTICATION));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-256", impossible);
    }
  }

  private static String hash(String text) {
    try {
      return shortened(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static String shortened(byte[] digest) {
    return (LETTER + HexFormat.of().formatHex(digest)).substring(0, LENGTH);
  }
}
