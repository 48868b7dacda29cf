package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.Stage;
import java.util.Optional;

/** The AWS region of an environment, read before anything is resolved. */
final class Regions {

  private Regions() {}

  /** Empty in Development, and where a stored object lacks it. */
  static Optional<String> of(AppEnvironment environment) {
    return Optional.ofNullable(environment.getSpec())
        .filter(spec -> spec.stage() != Stage.Development)
        .flatMap(spec -> Optional.ofNullable(spec.aws()))
        .flatMap(aws -> Optional.ofNullable(aws.region()));
  }
}
