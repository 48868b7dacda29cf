package io.appenv.operator.model;

import java.util.Optional;

/**
 * How a tier reaches a data service. Holds a secret: it goes into Secrets and into AWS calls, and
 * nowhere else, which is why it does not print itself.
 *
 * @param username empty for a cache, which knows only a token
 * @param password empty for a cache that knows no token yet
 * @param databaseName empty for a cache
 * @param credentialsUid UID of the Secret the password was generated into; {@link #WITHOUT} where
 *     there is none
 * @param encrypted whether the server speaks TLS
 */
public record Connection(
    Endpoint endpoint,
    Optional<Endpoint> reader,
    Optional<String> username,
    Optional<String> password,
    Optional<String> databaseName,
    String credentialsUid,
    boolean encrypted) {

  /** The credentials of whoever needs none. */
  public static final String WITHOUT = "none";

  @Override
  public String toString() {
    return "Connection[" + endpoint + "]";
  }
}
