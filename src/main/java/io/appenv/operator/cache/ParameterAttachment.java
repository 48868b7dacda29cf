package io.appenv.operator.cache;

import io.appenv.operator.model.CacheParameters;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.Difference;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.SettingChange;
import java.util.List;
import java.util.Optional;

/**
 * When a cache is given its own parameter group: one of a family goes with versions of that only.
 */
final class ParameterAttachment {

  private ParameterAttachment() {}

  static Optional<SettingChange<GroupSetting>> toThePresentVersion(
      ReplicationGroup seen, DesiredCache desired) {
    return SettingChange.of(
        Optional.of(desired.parameters().group())
            .filter(_ -> isWanted(desired) && hasFamily(seen, desired))
            .filter(name -> !seen.parameterGroup().isEmpty() && !seen.parameterGroup().equals(name))
            .map(
                name ->
                    Difference.inPlace(CacheWishes.PARAMETER_GROUP, seen.parameterGroup(), name)),
        GroupSetting.ParameterGroup::new);
  }

  /** Another major version has another family of parameters, which comes with it in one call. */
  static Optional<SettingChange<GroupSetting>> with(
      Optional<Difference<String>> version, ReplicationGroup seen, DesiredCache desired) {
    return version.map(it -> new SettingChange<GroupSetting>(it, settings(it, seen, desired)));
  }

  private static List<GroupSetting> settings(
      Difference<String> version, ReplicationGroup seen, DesiredCache desired) {
    var alone = new GroupSetting.Version(version.to());
    return isWanted(desired) && !hasFamily(seen, desired)
        ? List.of(alone, new GroupSetting.ParameterGroup(desired.parameters().group()))
        : List.of(alone);
  }

  /** Whether the cache shall have a group of its own. */
  static boolean isWanted(DesiredCache desired) {
    return desired.parameters().values().isPresent() && !desired.custody().adopted();
  }

  private static boolean hasFamily(ReplicationGroup seen, DesiredCache desired) {
    return seen.engineVersion().isEmpty()
        || CacheParameters.family(seen.engineVersion()).equals(desired.parameters().family());
  }
}
