package io.appenv.operator.cache;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.EngineVersion;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.SpecField;
import java.util.Optional;

/** The versions that a cache does not come to. */
final class RefusedVersion {

  private RefusedVersion() {}

  /** None where the version stays as it is found, so that nobody wants a change of it. */
  static Optional<Failure> of(CacheFacts facts, ReplicationGroup group) {
    var wanted = facts.desired().version();
    if (facts.corrections().left().contains(SpecField.CACHE_VERSION.shortName())) {
      return Optional.empty();
    }
    return EngineVersion.compare(group.engineVersion(), wanted) == EngineVersion.DOWNGRADE
        ? Optional.of(refused(group, wanted))
        : Optional.empty();
  }

  private static Failure refused(ReplicationGroup group, String wanted) {
    return new Failure.Terminal(
        Component.CACHE,
        Reason.CHANGE_REFUSED,
        "the cache runs Redis %s and cannot go back to %s; set spec.cache.version to what it runs or to a later version, or restore a snapshot from before the upgrade into another environment"
            .formatted(group.engineVersion(), wanted));
  }
}
