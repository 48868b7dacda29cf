package io.appenv.operator.scaling;

import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.CacheSpec;
import io.appenv.operator.api.v1alpha1.DataServiceOverrides;
import io.appenv.operator.api.v1alpha1.DatabaseSpec;
import io.appenv.operator.api.v1alpha1.OperationsSpec;
import io.appenv.operator.api.v1alpha1.OverridesSpec;
import io.appenv.operator.api.v1alpha1.Stage;
import java.util.Optional;

/**
 * What a manifest says of the sizes of its data stores on AWS.
 *
 * @param instanceClass of the database; empty where there is none on AWS
 * @param nodes of the cache; empty where there is none on AWS
 * @param allowed whether overrides may have others
 */
record DataLimits(Optional<String> instanceClass, Optional<Integer> nodes, boolean allowed) {

  static DataLimits none() {
    return new DataLimits(Optional.empty(), Optional.empty(), false);
  }

  static DataLimits of(AppEnvironmentSpec spec) {
    return spec.stage() == Stage.Development
        ? none()
        : new DataLimits(
            Optional.ofNullable(spec.database()).map(DatabaseSpec::instanceClass),
            Optional.ofNullable(spec.cache()).map(CacheSpec::nodes),
            Optional.ofNullable(spec.operations())
                .map(OperationsSpec::overrides)
                .map(OverridesSpec::dataServices)
                .equals(Optional.of(DataServiceOverrides.Allowed)));
  }
}
