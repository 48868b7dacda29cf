package io.appenv.operator.testing;

import java.util.Optional;
import java.util.regex.Pattern;

/** Takes out of a text what differs between two environments that are otherwise the same. */
record Masking(String namespace, Optional<String> uid) {

  private static final Pattern HASHED_NAME = Pattern.compile("appenv-[a-z0-9-]+-[a-z2-7]{8}\\b");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /**
   * A digest of the connection in the pod template, host names the emulator makes up, and the names
   * by which certificates are validated.
   */
  private static final Pattern DIGEST =
      Pattern.compile("(?<![0-9A-Za-z])[0-9a-f]{12,64}(?![0-9A-Za-z])");

  private static final Pattern HOST =
      Pattern.compile("[a-zA-Z0-9.-]+\\.(rds|cache)\\.amazonaws\\.com");

  String mask(String text) {
    var plain = text.replace(namespace, "NAMESPACE");
    if (uid.isPresent()) {
      plain = plain.replace(uid.get(), "UID");
    }
    plain = HOST.matcher(plain).replaceAll("HOST");
    plain = plain.replaceAll("(appenv-NAMESPACE-[a-z]+-[a-z2-7]{8})-final-[0-9a-f]+", "$1-final");
    plain = plain.replaceAll("appenv-NAMESPACE-([a-z]+)-[a-z2-7]{8}", "AWS-$1");
    plain = HASHED_NAME.matcher(plain).replaceAll("AWS");
    plain = UUID.matcher(plain).replaceAll("UUID");
    return DIGEST.matcher(plain).replaceAll("DIGEST");
  }
}
