package io.appenv.operator.cache;

import io.appenv.operator.model.CacheParameters;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.EngineVersion;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.SpecField;
import java.util.Optional;

/** Which versions a group may be given, and of which of them a person is asked. */
final class VersionRules {

  private VersionRules() {}

  /** Nothing leads back from another major version, so a person is asked under every policy. */
  static boolean areAsked(CacheFacts facts, ReplicationGroup group, GroupDiff diff) {
    return diff.deferred().contain(GroupSetting.Version.class::isInstance)
        && compare(facts, group) == EngineVersion.MAJOR_UPGRADE;
  }

  /**
   * Why the group is not given the declared version. Of no interest where it stays as it is found,
   * so that nobody wants a change of it.
   */
  static Optional<Failure> refusal(CacheFacts facts, ReplicationGroup group) {
    if (facts.corrections().left().contains(SpecField.CACHE_VERSION.shortName())) {
      return Optional.empty();
    }
    return switch (compare(facts, group)) {
      case SAME, MINOR_UPGRADE -> Optional.empty();
      case DOWNGRADE -> Optional.of(downgrade(facts, group));
      case MAJOR_UPGRADE -> otherFamily(facts, group);
    };
  }

  private static EngineVersion compare(CacheFacts facts, ReplicationGroup group) {
    return EngineVersion.compare(group.engineVersion(), facts.desired().version());
  }

  private static Failure downgrade(CacheFacts facts, ReplicationGroup group) {
    return refused(
        "the cache runs Redis %s and cannot go back to %s; set spec.cache.version to what it runs or to a later version, or restore a snapshot from before the upgrade into another environment"
            .formatted(group.engineVersion(), facts.desired().version()));
  }

  /** A group of parameters that somebody made is of the family that the version leaves. */
  private static Optional<Failure> otherFamily(CacheFacts facts, ReplicationGroup group) {
    return Optional.of(group.parameterGroup())
        .filter(name -> !name.isEmpty() && !name.startsWith("default."))
        .filter(_ -> facts.wantedParameters().isEmpty())
        .map(
            name ->
                refused(
                    "the cache uses parameter group %s, which Redis %s cannot take over; %s"
                        .formatted(name, facts.desired().version(), remedy(facts, group))));
  }

  private static String remedy(CacheFacts facts, ReplicationGroup group) {
    return facts.desired().custody().adopted()
        ? "attach the default one of its family first: aws elasticache modify-replication-group --cache-parameter-group-name default.%s"
            .formatted(CacheParameters.family(group.engineVersion()))
        : "say in spec.cache.parameters what is to be set, or write {} there";
  }

  private static Failure refused(String message) {
    return new Failure.Terminal(Component.CACHE, Reason.CHANGE_REFUSED, message);
  }
}
