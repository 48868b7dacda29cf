package io.appenv.operator.model;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What one pass intends and what it cannot do.
 *
 * @param actions in the order they run; an action whose predecessor in the same component failed is
 *     not run
 * @param findings what stands in the way, or is being waited for
 */
public record Plan(List<PlannedAction> actions, List<Failure> findings) {

  public Plan {
    actions = List.copyOf(actions);
    findings = List.copyOf(findings);
  }

  public static Plan empty() {
    return new Plan(List.of(), List.of());
  }

  public static Plan of(PlannedAction... actions) {
    return new Plan(List.of(actions), List.of());
  }

  public static Plan of(List<PlannedAction> actions) {
    return new Plan(actions, List.of());
  }

  public static Plan of(Failure finding) {
    return new Plan(List.of(), List.of(finding));
  }

  public Plan and(Plan other) {
    return new Plan(
        Stream.concat(actions.stream(), other.actions.stream()).toList(),
        Stream.concat(findings.stream(), other.findings.stream()).toList());
  }

  /** The same with other actions, of which none is added and none left out. */
  public Plan map(UnaryOperator<PlannedAction> change) {
    return new Plan(actions.stream().map(change).toList(), findings);
  }

  /** What waits for a person, or else what waits for a window. */
  List<PlannedAction> awaiting() {
    var person = at(Timing.AFTER_APPROVAL);
    return person.isEmpty() ? at(Timing.WHEN_WINDOW_OPENS) : person;
  }

  private List<PlannedAction> at(Timing timing) {
    return actions.stream().filter(it -> it.timing() == timing).toList();
  }

  /**
   * What an approval or an emergency names: the fingerprint of the actions that wait, or of all
   * where none does.
   */
  public String hash() {
    return Fingerprint.of(awaiting().isEmpty() ? actions : awaiting());
  }

  /** Nothing to do, nothing in the way, nothing awaited. */
  public boolean isSettled() {
    return actions.isEmpty() && findings.isEmpty();
  }
}
