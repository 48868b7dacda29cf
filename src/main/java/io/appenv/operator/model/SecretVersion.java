package io.appenv.operator.model;

import java.util.Optional;

/**
 * A version of a secret. Secrets Manager lets its writer choose the id; so this one is made of the
 * value, with a key that nobody else has, and of the version before it. Whether a secret still has
 * the value it was given is told by that, and no value is read. To write the same version twice
 * changes nothing, and to go back to a former value is another version.
 *
 * @param id 64 hexadecimal digits
 * @param former id of the version that it follows, or {@link #NONE}
 */
public record SecretVersion(String id, String former) {

  /** Before the first version. */
  public static final String NONE = "none";

  private static final String DESCRIPTION =
      "Written by appenv-operator; do not change it. Follows version ";

  /** The version that a secret gets next. */
  public static SecretVersion next(SecretText key, SecretText value, Optional<String> current) {
    return after(key, value, current.orElse(NONE));
  }

  private static SecretVersion after(SecretText key, SecretText value, String former) {
    return new SecretVersion(Fingerprint.whole(key, former + "\n" + value.reveal()), former);
  }

  /** Of the secret; it is written together with the value. */
  public String description() {
    return DESCRIPTION + former;
  }

  /** Whether a secret has this value. */
  public static boolean isHeld(SecretText key, SecretText value, PublishedSecret secret) {
    return secret.description().startsWith(DESCRIPTION)
        && secret
            .current()
            .filter(
                after(key, value, secret.description().substring(DESCRIPTION.length())).id()
                    ::equals)
            .isPresent();
  }
}
