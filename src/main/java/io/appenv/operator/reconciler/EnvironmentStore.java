package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.dependent.FieldOwnership;
import io.appenv.operator.dependent.PackedStore;

/** The environments, without the field ownership that only the API server reads. */
public final class EnvironmentStore extends PackedStore<AppEnvironment> {

  public EnvironmentStore() {
    super(AppEnvironment.class, FieldOwnership::none);
  }
}
