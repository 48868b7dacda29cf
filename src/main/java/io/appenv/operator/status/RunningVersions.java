package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.ObservedStatus;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.ReplicationGroup;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What really runs, for the rules that let a value be taken back which AWS refused. */
final class RunningVersions {

  private RunningVersions() {}

  /** What was not seen by this pass stays as it was. */
  static @Nullable ObservedStatus of(StatusInput input, @Nullable ObservedStatus former) {
    var database = input.observed().database().instance().found();
    var group = input.observed().cache().group().found();
    var before = Optional.ofNullable(former);
    var now =
        new ObservedStatus(
            known(database.map(DatabaseInstance::engineVersion))
                .or(() -> before.map(ObservedStatus::databaseVersion))
                .orElse(null),
            database
                .map(instance -> instance.storageGib() + "Gi")
                .or(() -> before.map(ObservedStatus::databaseStorage))
                .orElse(null),
            known(group.map(ReplicationGroup::engineVersion))
                .or(() -> before.map(ObservedStatus::cacheVersion))
                .orElse(null));
    return now.equals(new ObservedStatus(null, null, null)) ? null : now;
  }

  private static Optional<String> known(Optional<String> version) {
    return version.filter(text -> !text.isEmpty());
  }
}
