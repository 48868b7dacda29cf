package io.appenv.operator.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The engine parameters of a cache. A parameter group is of one family for ever, so an environment
 * has one of a name of its own for each.
 *
 * @param group name of the group of the family that the declared version has
 * @param family such as redis7
 * @param otherGroups names of the groups of other families
 * @param values all that is to be set; empty where the spec leaves parameters alone
 */
public record CacheParameters(
    String group, String family, Set<String> otherGroups, Optional<Map<String, String>> values) {

  private static final Map<String, String> FAMILIES = Map.of("6", "redis6.x", "7", "redis7");

  public CacheParameters {
    otherGroups = Set.copyOf(otherGroups);
    values = values.map(Map::copyOf);
  }

  /**
   * @param base what the names of the groups begin with
   */
  public static CacheParameters of(
      String base, String version, Optional<Map<String, String>> values) {
    var names = new TreeSet<String>();
    FAMILIES.keySet().forEach(major -> names.add(base + "-redis" + major));
    var group = base + "-redis" + major(version);
    names.remove(group);
    return new CacheParameters(group, family(version), names, values);
  }

  /** The family of the parameters of an engine version; empty of one that is not known. */
  public static String family(String version) {
    return FAMILIES.getOrDefault(major(version), "");
  }

  private static String major(String version) {
    return version.replaceFirst("[.].*", "");
  }
}
