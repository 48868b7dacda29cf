package io.appenv.operator.resolver;

import java.util.Optional;

/**
 * UIDs of the Secrets that hold the generated credentials. A data store carries the UID of the
 * Secret it was last given the password of; a Secret made anew shows as a difference.
 */
public record CredentialIds(Optional<String> database, Optional<String> cache) {

  public static CredentialIds none() {
    return new CredentialIds(Optional.empty(), Optional.empty());
  }
}
