package io.appenv.operator.model;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What becomes of objects with time, and of versions that are former ones.
 *
 * @param id its name, unique in a bucket
 * @param current days after which a current object is in a storage class, by class
 * @param former days after an object was replaced, by class
 * @param abortUploadsAfter days after which an upload in parts that was not completed is given up
 * @param other what else it says or leaves out, such as that it deletes objects or is for some
 *     only; empty of a rule for all objects that is enabled
 */
public record LifecycleRule(
    String id,
    Map<String, Integer> current,
    Map<String, Integer> former,
    Optional<Integer> abortUploadsAfter,
    Optional<String> other) {

  public static final Comparator<LifecycleRule> ORDER = Comparator.comparing(LifecycleRule::id);

  public static final String INFREQUENT_ACCESS = "STANDARD_IA";
  public static final String GLACIER = "GLACIER";

  private static final String ID = "appenv-tiers";
  private static final int ABORT_UPLOADS_AFTER = 7;

  public LifecycleRule {
    current = Map.copyOf(current);
    former = Map.copyOf(former);
  }

  /** The one of an environment. */
  public static LifecycleRule tiers(int infrequentAccessAfter, int glacierAfter) {
    var days = Map.of(INFREQUENT_ACCESS, infrequentAccessAfter, GLACIER, glacierAfter);
    return new LifecycleRule(ID, days, days, Optional.of(ABORT_UPLOADS_AFTER), Optional.empty());
  }

  String words() {
    return "%s: %s, former versions %s, uploads given up after %s%s"
        .formatted(
            id,
            words(current),
            words(former),
            abortUploadsAfter.map(it -> it + "d").orElse("never"),
            other.map(it -> ", " + it).orElse(""));
  }

  private static String words(Map<String, Integer> days) {
    return days.isEmpty()
        ? "nowhere"
        : new TreeMap<>(days)
            .entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(it -> it.getKey() + " after " + it.getValue() + "d")
                .collect(Collectors.joining(" and "));
  }
}
