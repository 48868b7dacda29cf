package io.appenv.operator.resolver;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * The names of an environment's AWS resources: functions of cluster, namespace and name alone, so
 * that a pass which lost its memory finds what an earlier one made.
 *
 * @param base name of instance, replication group and groups; at most 40 characters, the limit of a
 *     replication group id, and of lower case letters, digits and single hyphens between them,
 *     which every kind accepts
 * @param finalSnapshot name of the snapshot a deletion takes, at most 55 characters; it carries the
 *     UID, because a later environment of the same name leaves a snapshot of its own
 * @param uid the part of the UID that names carry
 */
record AwsNames(String base, String finalSnapshot, String uid) {

  private static final String PREFIX = "appenv-";
  private static final int MAXIMUM_LENGTH = 40;
  private static final int HASH_LENGTH = 8;
  private static final int READABLE_LENGTH = MAXIMUM_LENGTH - PREFIX.length() - HASH_LENGTH - 1;
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  static AwsNames of(String cluster, String namespace, String name, String uid) {
    var readable = readable(namespace + "-" + name, READABLE_LENGTH);
    var hash = hash(cluster, namespace, name);
    var base = PREFIX + (readable.isEmpty() ? hash : readable + "-" + hash);
    return new AwsNames(base, base + "-final-" + shortUid(uid), shortUid(uid));
  }

  /** Of the 63 characters that a bucket may have, 46 at most. */
  String bucket() {
    return base + "-files";
  }

  /** What the names of the snapshots begin with that are taken before such an upgrade. */
  String upgradeSnapshot(String version) {
    return base + "-before-" + version.split("[.]", -1)[0] + "-" + uid;
  }

  /** What the names of the snapshots begin with that copies of the database are made of. */
  String replacementSnapshots() {
    return base + "-replaced-" + uid;
  }

  /** Letters, digits and single hyphens, neither first nor last a hyphen. */
  private static String readable(String text, int length) {
    var clean = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
    var cut = clean.substring(0, Math.min(length, clean.length()));
    return cut.replaceAll("-$", "");
  }

  private static String shortUid(String uid) {
    var clean = readable(uid, HASH_LENGTH).replace("-", "");
    return clean.isEmpty() ? hash(uid) : clean;
  }

  /** Forty bits of SHA-256 over the parts, each after its length so that no two lists are equal. */
  private static String hash(String... parts) {
    var digest = sha256();
    for (var part : parts) {
      var bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return base32(digest.digest());
  }

  private static String base32(byte[] digest) {
    var bits = 0L;
    for (var index = 0; index < 5; index++) {
      bits = bits << 8 | (digest[index] & 0xff);
    }
    var text = new StringBuilder();
    for (var position = HASH_LENGTH - 1; position >= 0; position--) {
      text.append(ALPHABET.charAt((int) (bits >>> (5 * position)) & 31));
    }
    return text.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
