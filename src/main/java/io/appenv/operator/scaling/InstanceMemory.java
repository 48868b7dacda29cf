package io.appenv.operator.scaling;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The memory of RDS instance classes, as the tables of AWS have it: of the families t, m and r,
 * whose sizes follow a rule from their third generation on. Of others nothing is known.
 */
final class InstanceMemory {

  private static final Pattern CLASS =
      Pattern.compile("db[.]([tmr])([0-9])[a-z]*[.](nano|micro|small|medium|([0-9]*)x?large)");

  private static final Map<String, Long> SMALL_MIB =
      Map.of("micro", 1024L, "small", 2048L, "medium", 4096L);

  /** Of large, by family; xlarge has twice as much, and so on. */
  private static final Map<String, Long> LARGE_MIB = Map.of("t", 8192L, "m", 8192L, "r", 16384L);

  /** Those of earlier generations have less than the rule says. */
  private static final Map<String, Integer> FIRST = Map.of("t", 3, "m", 4, "r", 5);

  private InstanceMemory() {}

  /** In MiB. */
  static Optional<Long> of(String instanceClass) {
    var form = CLASS.matcher(instanceClass);
    if (!form.matches() || Integer.parseInt(form.group(2)) < FIRST.getOrDefault(form.group(1), 0)) {
      return Optional.empty();
    }
    var size = form.group(3);
    return size.endsWith("large")
        ? Optional.ofNullable(LARGE_MIB.get(form.group(1))).map(large -> large * times(size))
        : Optional.ofNullable(SMALL_MIB.get(size)).filter(_ -> form.group(1).equals("t"));
  }

  private static long times(String size) {
    return switch (size) {
      case "large" -> 1;
      case "xlarge" -> 2;
      default -> 2 * Long.parseLong(size.replace("xlarge", ""));
    };
  }
}
