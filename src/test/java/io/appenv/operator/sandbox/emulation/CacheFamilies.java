package io.appenv.operator.sandbox.emulation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the families of Redis parameters begin with, as far as it matters here. */
final class CacheFamilies {

  static final String DEFAULT = "default.";

  private static final Set<String> FAMILIES = Set.of("redis6.x", "redis7");

  private static final List<Known> PARAMETERS =
      List.of(
          new Known("databases", "16", true, true),
          new Known("lfu-log-factor", "10", false, true),
          new Known("maxmemory", "0", false, false),
          new Known("maxmemory-policy", "volatile-lru", false, true),
          new Known("reserved-memory-percent", "25", false, true),
          new Known("timeout", "0", false, true));

  /** A parameter as the family has it. */
  record Known(String name, String value, boolean needsReboot, boolean isModifiable) {}

  private CacheFamilies() {}

  static boolean exists(String family) {
    return FAMILIES.contains(family);
  }

  /** Of an engine version. */
  static String of(String version) {
    return version.startsWith("6") ? "redis6.x" : "redis7";
  }

  static List<Known> parameters() {
    return PARAMETERS;
  }

  static Optional<Known> find(String name) {
    return PARAMETERS.stream().filter(known -> known.name().equals(name)).findFirst();
  }
}
