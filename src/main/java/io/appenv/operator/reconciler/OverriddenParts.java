package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.dependent.FieldOwnership;

/** Of an environment what matters to overrides: most environments have none at most times. */
final class OverriddenParts {

  private OverriddenParts() {}

  /** Changes what it is given. */
  static AppEnvironment of(AppEnvironment environment) {
    if (environment.getStatus() != null) {
      environment.setStatus(environment.getStatus().ofSizes());
    }
    environment.getMetadata().setAnnotations(null);
    return FieldOwnership.none(environment);
  }
}
