package io.appenv.operator.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What matters to the replacement of a database.
 *
 * @param former the instance that bears the name of a replaced one
 * @param snapshots those of replacements, by name; looked for only while one is wanted or under way
 */
public record ObservedReplacement(
    Sighting<DatabaseInstance> former, Sighting<List<DataSnapshot>> snapshots) {

  public static ObservedReplacement unseen() {
    return new ObservedReplacement(Sighting.unseen(), Sighting.unseen());
  }

  static ObservedReplacement of(
      ReplacementTerms terms, Sighting<DatabaseInstance> former, RegionSnapshot region) {
    return new ObservedReplacement(
        former,
        region
            .databaseSnapshots()
            .complete()
            .map(all -> named(terms, all.value()))
            .map(Sighting::present)
            .orElseGet(Sighting::unseen));
  }

  private static List<DataSnapshot> named(ReplacementTerms terms, Map<String, DataSnapshot> all) {
    return all.values().stream()
        .filter(it -> terms.names(it.name()))
        .sorted(Comparator.comparing(DataSnapshot::name))
        .toList();
  }
}
