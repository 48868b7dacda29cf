package io.appenv.operator.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Compares a declared engine version, such as 17, with one that AWS reports, such as 17.6. */
public enum EngineVersion {
  /** As declared, as far as it was declared. */
  SAME,
  /** The declared one is a later minor version of the same major version. */
  MINOR_UPGRADE,
  /** The declared one is of another major version, later. */
  MAJOR_UPGRADE,
  /** The declared one is earlier: no engine goes back. */
  DOWNGRADE;

  /** Those of PostgreSQL that a spec may name. */
  public static final List<Integer> POSTGRESQL_MAJORS = List.of(13, 14, 15, 16, 17, 18);

  /** Compares; a version AWS does not report is taken to be the declared one. */
  public static EngineVersion compare(String observed, String declared) {
    if (observed.isEmpty()) {
      return SAME;
    }
    var seen = numbers(observed);
    var wanted = numbers(declared);
    for (var index = 0; index < Math.min(seen.size(), wanted.size()); index++) {
      var order = wanted.get(index).compareTo(seen.get(index));
      if (order < 0) {
        return DOWNGRADE;
      }
      if (order > 0) {
        return index == 0 ? MAJOR_UPGRADE : MINOR_UPGRADE;
      }
    }
    return SAME;
  }

  /** The latest of these that is as declared; empty where none is. */
  public static Optional<String> latest(Collection<String> versions, String declared) {
    return versions.stream()
        .filter(version -> compare(version, declared) == SAME)
        .max(EngineVersion::order);
  }

  private static int order(String one, String other) {
    return Arrays.compare(
        numbers(one).toArray(Integer[]::new), numbers(other).toArray(Integer[]::new));
  }

  /** Whether AWS may raise the minor version by itself: where the spec names none. */
  public static boolean mayUpgradeMinor(String version) {
    return !version.contains(".");
  }

  /** The numbers a version starts with: 11.22-RDS.20240418 begins with 11 and 22. */
  private static List<Integer> numbers(String version) {
    var numbers = new ArrayList<Integer>();
    for (var part : version.split("[^0-9]+", -1)) {
      if (part.isEmpty() || part.length() > 9) {
        break;
      }
      numbers.add(Integer.valueOf(part));
    }
    return numbers;
  }
}
