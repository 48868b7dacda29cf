package io.appenv.operator.reconciler;

import io.appenv.operator.resolver.CredentialIds;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/**
 * The Secrets with generated passwords that one pass works with: the same from its first line to
 * its last, whatever the informer shows meanwhile. Does not print itself.
 */
record Credentials(Optional<Secret> database, Optional<Secret> cache) {

  CredentialIds ids() {
    return new CredentialIds(
        database.map(secret -> secret.getMetadata().getUid()),
        cache.map(secret -> secret.getMetadata().getUid()));
  }

  DataPasswords passwords() {
    return new DataPasswords(
        database.map(CredentialSecrets::password), cache.map(CredentialSecrets::password));
  }

  @Override
  public String toString() {
    return "Credentials[...]";
  }
}
