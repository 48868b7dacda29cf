package io.appenv.operator.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What matters to an upgrade to another major version, and is looked for only where one is wanted.
 *
 * @param targets what the running version can be upgraded to, of other majors
 * @param family the parameters of the new version's family
 * @param classes whether what it would be upgraded to runs on a class of instances, as far as that
 *     was asked
 * @param snapshots those taken before such an upgrade, in the order of their numbers
 */
public record ObservedUpgrade(
    Sighting<List<String>> targets,
    Sighting<Map<String, EngineParameter>> family,
    Map<String, Boolean> classes,
    Sighting<List<UpgradeSnapshot>> snapshots) {

  public ObservedUpgrade {
    classes = Map.copyOf(classes);
  }

  public static ObservedUpgrade unseen() {
    return new ObservedUpgrade(Sighting.unseen(), Sighting.unseen(), Map.of(), Sighting.unseen());
  }

  /** What the running version would be upgraded to; empty where that is unknown, or nothing. */
  public Optional<String> target(DesiredDatabase desired) {
    return targets.found().flatMap(all -> EngineVersion.latest(all, desired.version()));
  }

  static ObservedUpgrade of(DesiredDatabase desired, String runs, RegionSnapshot region) {
    if (!desired.isMajorUpgradeOf(runs)) {
      return unseen();
    }
    var catalog = region.engines().seen().found();
    var targets = seen(catalog.map(EngineCatalog::majorTargets), runs);
    var target = targets.found().flatMap(all -> EngineVersion.latest(all, desired.version()));
    return new ObservedUpgrade(
        targets,
        seen(catalog.map(EngineCatalog::families), desired.parameterFamily()),
        catalog.flatMap(known -> target.map(it -> classes(known, it))).orElseGet(Map::of),
        snapshots(desired, region));
  }

  private static Map<String, Boolean> classes(EngineCatalog catalog, String version) {
    return catalog.classes().entrySet().stream()
        .filter(it -> it.getKey().version().equals(version))
        .collect(
            Collectors.toUnmodifiableMap(it -> it.getKey().instanceClass(), Map.Entry::getValue));
  }

  private static <T> Sighting<T> seen(Optional<Map<String, T>> all, String name) {
    return all.flatMap(it -> Optional.ofNullable(it.get(name)))
        .map(Sighting::present)
        .orElseGet(Sighting::unseen);
  }

  private static Sighting<List<UpgradeSnapshot>> snapshots(
      DesiredDatabase desired, RegionSnapshot region) {
    return region
        .databaseSnapshots()
        .complete()
        .map(all -> UpgradeSnapshot.find(desired.upgradeSnapshot(), all.value(), all.at()))
        .map(Sighting::present)
        .orElseGet(Sighting::unseen);
  }
}
