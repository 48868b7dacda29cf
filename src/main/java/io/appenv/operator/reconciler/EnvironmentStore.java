package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.dependent.PackedStore;
import io.appenv.operator.resolver.Requesters;

/** The environments; of the field ownership only what tells who wrote them. */
public final class EnvironmentStore extends PackedStore<AppEnvironment> {

  public EnvironmentStore() {
    super(AppEnvironment.class, Requesters::onlyWhoWrote);
  }
}
