package io.appenv.operator.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What matters to an upgrade to another major version, and is looked for only where one is wanted.
 *
 * @param targets what the running version can be upgraded to, of other majors
 * @param family the parameters of the new version's family
 * @param snapshots those taken before such an upgrade, in the order of their numbers
 */
public record ObservedUpgrade(
    Sighting<List<String>> targets,
    Sighting<Map<String, EngineParameter>> family,
    Sighting<List<UpgradeSnapshot>> snapshots) {

  public static ObservedUpgrade unseen() {
    return new ObservedUpgrade(Sighting.unseen(), Sighting.unseen(), Sighting.unseen());
  }

  static ObservedUpgrade of(DesiredDatabase desired, String runs, RegionSnapshot region) {
    return desired.isMajorUpgradeOf(runs)
        ? new ObservedUpgrade(
            seen(region.engines().seen().found().map(EngineCatalog::majorTargets), runs),
            seen(
                region.engines().seen().found().map(EngineCatalog::families),
                desired.parameterFamily()),
            snapshots(desired, region))
        : unseen();
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
