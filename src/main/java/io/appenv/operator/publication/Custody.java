package io.appenv.operator.publication;

import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.OwnedResource;
import io.appenv.operator.model.Ownership;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose something is that is published under a name of an environment. */
record Custody(EnvironmentId environment, Map<String, String> tags) {

  /** What an environment of this name left that is gone is taken over: it was a copy. */
  boolean isOurs(OwnedResource resource) {
    return Ownership.owns(environment, resource.tags())
        || Ownership.isLeftBehind(environment, resource.tags());
  }

  Optional<Failure> obstacle(OwnedResource resource) {
    return isOurs(resource)
        ? Optional.empty()
        : OwnedResource.firstForeign(environment, List.of(resource));
  }

  /** Tags that are missing; those of others stay. */
  Map<String, String> missing(OwnedResource resource) {
    return resource.missing(tags);
  }
}
