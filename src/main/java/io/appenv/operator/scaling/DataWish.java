package io.appenv.operator.scaling;

import io.appenv.operator.api.v1alpha1.ScaleOverrideSpec;
import java.util.Optional;

/** What one override asks for the data stores. */
record DataWish(Optional<String> instanceClass, Optional<Integer> nodes) {

  static DataWish none() {
    return new DataWish(Optional.empty(), Optional.empty());
  }

  static DataWish of(ScaleOverrideSpec spec) {
    return new DataWish(
        Optional.ofNullable(spec.database()).map(it -> it.instanceClass()),
        Optional.ofNullable(spec.cache()).map(it -> it.nodes()));
  }

  /** Why it may not be, with the remedy. */
  Optional<String> refusal(DataLimits limits) {
    if (instanceClass.isPresent() && limits.instanceClass().isEmpty()) {
      return Optional.of(
          "The environment has no database on AWS; remove database from the override.");
    }
    if (nodes.isPresent() && limits.nodes().isEmpty()) {
      return Optional.of("The environment has no cache on AWS; remove cache from the override.");
    }
    if ((instanceClass.isPresent() || nodes.isPresent()) && !limits.allowed()) {
      return Optional.of(
          "The environment lets no override change its database or its cache; have"
              + " spec.operations.overrides.dataServices of it set to Allowed, or remove database and"
              + " cache from the override.");
    }
    return instanceClass
        .filter(name -> InstanceMemory.of(name).isEmpty())
        .map(
            name ->
                "The memory of %s is not known, so it cannot be compared; write a class of the families t, m or r."
                    .formatted(name));
  }
}
