package io.appenv.operator.cache;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Difference;
import io.appenv.operator.model.EngineVersion;
import io.appenv.operator.model.Fingerprint;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.model.Standing;
import io.appenv.operator.model.Standing.Deviation;
import io.appenv.operator.model.StoreBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How the settings of a cache stand to its spec. */
final class CacheStandings {

  private CacheStandings() {}

  /**
   * Empty where nothing can be told, such as while AWS changes something; no standings of what is
   * not managed, or has to be taken over first: what differs then is no drift afterwards.
   */
  static Optional<List<Standing>> of(CacheFacts facts) {
    if (facts.isUnseen()) {
      return Optional.empty();
    }
    if (facts.desired().custody().released() || facts.toTakeOver().isPresent()) {
      return Optional.of(List.of());
    }
    return facts
        .observed()
        .group()
        .found()
        .filter(facts::holds)
        .filter(CacheStandings::isSteady)
        .map(
            group ->
                Stream.concat(standings(facts, group).stream(), parameters(facts).stream())
                    .toList());
  }

  /** Whether what AWS shows is not about to become something else by itself. */
  private static boolean isSteady(ReplicationGroup group) {
    return switch (GroupState.of(group.status())) {
      case GroupState.Available(), GroupState.Occupied _ -> true;
      case GroupState.Changing _, GroupState.Failed _, GroupState.Unknown _ -> false;
      case GroupState.CreateFailed() -> false;
    };
  }

  private static List<Standing> standings(CacheFacts facts, ReplicationGroup seen) {
    var desired = facts.desired();
    var version = EngineVersion.compare(seen.engineVersion(), desired.version());
    var differences = new ArrayList<>(GroupDiff.of(seen, desired).differences());
    if (version != EngineVersion.SAME) {
      differences.add(
          Difference.of(SpecField.CACHE_VERSION, seen.engineVersion(), desired.version()));
    }
    TransitSteps.difference(seen).ifPresent(differences::add);
    CredentialsReset.difference(seen).ifPresent(differences::add);
    facts.binding().flatMap(it -> it.difference(seen.securityGroups())).ifPresent(differences::add);
    return Stream.concat(
            CacheWishes.of(desired, seen).stream(),
            facts.binding().map(StoreBinding::wish).stream())
        .map(
            wish ->
                wish.standing(
                    Component.CACHE,
                    differences,
                    isOfVersion(wish.field()) && version == EngineVersion.DOWNGRADE,
                    CacheStandings::words))
        .toList();
  }

  /** There may be many, with long values, so that a fingerprint is kept of the wish. */
  private static Optional<Standing> parameters(CacheFacts facts) {
    return ParameterGroupStep.judged(facts)
        .map(
            parameters ->
                new Standing(
                    Component.CACHE,
                    SpecField.CACHE_PARAMETERS.shortName(),
                    Fingerprint.of(new TreeMap<>(parameters.wanted()).toString()),
                    Optional.of(parameters)
                        .filter(it -> !it.isEmpty())
                        .map(
                            it ->
                                new Deviation(it.wishes(), it.found(), false, Optional.empty()))));
  }

  private static boolean isOfVersion(String field) {
    return field.equals(SpecField.CACHE_VERSION.shortName());
  }

  private static String words(String field, Object value) {
    return field.equals(SpecField.CACHE_SNAPSHOT_RETENTION.shortName())
        ? value + "d"
        : value.toString();
  }
}
