package io.appenv.operator.model;

import io.appenv.operator.model.Drift.Handling;
import io.appenv.operator.model.Standing.Deviation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What differs from the spec although nobody changed the spec. A difference is drift if the wish
 * had been reached before and is still the same; every other is a wish that is to be fulfilled, and
 * is planned as if there were no ledger.
 *
 * @param memory for the next pass; equal to the former one where nothing is new
 * @param corrections what the planner has to leave, or to ask about
 */
public record DriftLedger(DriftMemory memory, Map<Component, Corrections> corrections) {

  public DriftLedger {
    corrections = Map.copyOf(corrections);
  }

  public static DriftLedger none() {
    return new DriftLedger(DriftMemory.none(), Map.of());
  }

  /**
   * @param standings what can be judged now; of everything else the memory stays, but for a data
   *     store with an empty list, which is forgotten
   */
  public static DriftLedger of(
      DriftMemory remembered,
      Map<Component, List<Standing>> standings,
      DriftPolicies policies,
      Instant now) {
    var former = remembered.without(forgotten(standings));
    var seen = standings.values().stream().flatMap(List::stream).toList();
    var drifting = seen.stream().filter(it -> isDrift(it, former)).toList();
    return new DriftLedger(
        new DriftMemory(reached(former, seen), drifts(former, seen, drifting, policies, now)),
        drifting.stream()
            .collect(
                Collectors.groupingBy(
                    Standing::component,
                    Collectors.collectingAndThen(
                        Collectors.toList(), some -> corrections(some, policies)))));
  }

  private static List<Component> forgotten(Map<Component, List<Standing>> standings) {
    return standings.entrySet().stream()
        .filter(it -> it.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What is told. */
  public List<Drift> drifts() {
    return memory.drifts();
  }

  private static boolean isDrift(Standing standing, DriftMemory former) {
    return standing.deviation().isPresent() && former.hasReached(standing);
  }

  /** A wish that has changed is forgotten, so that to take the change back is a wish as well. */
  private static Map<String, String> reached(DriftMemory former, List<Standing> seen) {
    var reached = new HashMap<>(former.reached());
    for (var standing : seen) {
      if (standing.deviation().isEmpty()) {
        reached.put(standing.path(), standing.wish());
      } else if (!former.hasReached(standing)) {
        reached.remove(standing.path());
      }
    }
    return reached;
  }

  private static List<Drift> drifts(
      DriftMemory former,
      List<Standing> seen,
      List<Standing> drifting,
      DriftPolicies policies,
      Instant now) {
    var judged = seen.stream().map(Standing::path).collect(Collectors.toUnmodifiableSet());
    return Stream.concat(
            former.drifts().stream().filter(it -> !judged.contains(it.path())),
            drifting.stream()
                .filter(it -> policies.of(it.field()) != DriftPolicy.IGNORE)
                .map(it -> drift(it, it.deviation().orElseThrow(), former, policies, now)))
        .sorted(Comparator.comparing(Drift::path))
        .toList();
  }

  private static Drift drift(
      Standing standing,
      Deviation deviation,
      DriftMemory former,
      DriftPolicies policies,
      Instant now) {
    return new Drift(
        standing.path(),
        deviation.wished(),
        deviation.found(),
        former.since(standing.path()).orElse(now.truncatedTo(ChronoUnit.SECONDS)),
        policies.of(standing.field()) == DriftPolicy.CORRECT
            ? handling(deviation)
            : Handling.REPORTED);
  }

  private static Handling handling(Deviation deviation) {
    if (deviation.refused()) {
      return Handling.REFUSED;
    }
    return deviation.loss().isPresent() ? Handling.ASKED : Handling.CORRECTED;
  }

  private static Corrections corrections(List<Standing> drifting, DriftPolicies policies) {
    var left = new HashSet<String>();
    var asked = new HashMap<String, String>();
    for (var standing : drifting) {
      if (policies.of(standing.field()) != DriftPolicy.CORRECT) {
        left.add(standing.field());
      } else {
        standing
            .deviation()
            .flatMap(Deviation::loss)
            .ifPresent(loss -> asked.put(standing.field(), loss));
      }
    }
    return new Corrections(left, asked);
  }
}
