package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.PrimaryUpdateAndCacheUtils;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes status by server-side apply, and only when it says something new. */
@ApplicationScoped
class StatusWriter {

  /** Writes within a pass; later reads of the informer's cache see it. */
  void writeIfChanged(
      AppEnvironment environment, AppEnvironmentStatus status, Context<AppEnvironment> context) {
    if (status.equals(environment.getStatus())) {
      return;
    }
    PrimaryUpdateAndCacheUtils.ssaPatchStatusAndCacheResource(
        environment, patch(environment, status), context);
    environment.setStatus(status);
  }

  /**
   * A fresh object with nothing but identity and status: applying a fetched one would claim, and
   * later drop, fields and finalizers that belong to others.
   */
  static AppEnvironment patch(AppEnvironment environment, AppEnvironmentStatus status) {
    var patch = new AppEnvironment();
    patch.setMetadata(
        new ObjectMetaBuilder()
            .withName(environment.getMetadata().getName())
            .withNamespace(environment.getMetadata().getNamespace())
            .build());
    patch.setStatus(status);
    return patch;
  }
}
