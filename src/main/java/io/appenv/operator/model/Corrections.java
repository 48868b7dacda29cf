package io.appenv.operator.model;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which of the differences of a data store are not simply to be ended, by the names of their
 * fields.
 *
 * @param left stay as they are found
 * @param asked a person is asked first, with what would be lost
 */
public record Corrections(Set<String> left, Map<String, String> asked) {

  public Corrections {
    left = Set.copyOf(left);
    asked = Map.copyOf(asked);
  }

  /** All differences are ended. */
  public static Corrections all() {
    return new Corrections(Set.of(), Map.of());
  }

  /**
   * A call that puts these fields back, of which a person is asked first and told what it loses.
   */
  public PlannedAction asking(PlannedAction call, Collection<String> fields) {
    var losses = new TreeMap<>(asked);
    losses.keySet().retainAll(fields);
    return call.asking(
        "%s; somebody else made it so, and to put it back loses something: %s"
            .formatted(call.reason(), losses.values().stream().collect(Collectors.joining(", "))));
  }
}
