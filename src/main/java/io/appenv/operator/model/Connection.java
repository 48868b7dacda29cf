package io.appenv.operator.model;

import java.util.Optional;

/**
 * How a tier reaches a data service. Holds a secret: it goes into Secrets and into AWS calls, and
 * nowhere else, which is why it does not print itself.
 *
 * @param username empty for a cache, which knows only a token
 * @param databaseName empty for a cache
 * @param credentialsUid UID of the Secret the password was generated into
 * @param encrypted whether the server speaks TLS
 */
public record Connection(
    Endpoint endpoint,
    Optional<Endpoint> reader,
    Optional<String> username,
    String password,
    Optional<String> databaseName,
    String credentialsUid,
    boolean encrypted) {

  @Override
  public String toString() {
    return "Connection[" + endpoint + "]";
  }
}
