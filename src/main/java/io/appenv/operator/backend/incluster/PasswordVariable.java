package io.appenv.operator.backend.incluster;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;

/** Hands a generated password to a server by reference. */
final class PasswordVariable {

  private PasswordVariable() {}

  static EnvVar of(String variable, String credentialsSecret) {
    return new EnvVarBuilder()
        .withName(variable)
        .withNewValueFrom()
        .withNewSecretKeyRef()
        .withName(credentialsSecret)
        .withKey("password")
        .endSecretKeyRef()
        .endValueFrom()
        .build();
  }
}
