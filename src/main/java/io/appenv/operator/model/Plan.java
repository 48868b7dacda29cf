package io.appenv.operator.model;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What one pass intends and what it cannot do.
 *
 * @param actions in the order they run; an action whose predecessor in the same component failed is
 *     not run
 * @param handedOver what AWS has accepted earlier and holds for a window of its own
 * @param findings what stands in the way, or is being waited for
 */
public record Plan(
    List<PlannedAction> actions, List<HandedOver> handedOver, List<Failure> findings) {

  public Plan {
    actions = List.copyOf(actions);
    handedOver = List.copyOf(handedOver);
    findings = List.copyOf(findings);
  }

  public static Plan empty() {
    return new Plan(List.of(), List.of(), List.of());
  }

  public static Plan of(PlannedAction... actions) {
    return of(List.of(actions));
  }

  public static Plan of(List<PlannedAction> actions) {
    return of(actions, List.of());
  }

  public static Plan of(Failure finding) {
    return of(List.of(), List.of(finding));
  }

  public static Plan of(List<PlannedAction> actions, List<Failure> findings) {
    return new Plan(actions, List.of(), findings);
  }

  public Plan and(Plan other) {
    return new Plan(
        Stream.concat(actions.stream(), other.actions.stream()).toList(),
        Stream.concat(handedOver.stream(), other.handedOver.stream()).toList(),
        Stream.concat(findings.stream(), other.findings.stream()).toList());
  }

  /** The same with other actions, of which none is added and none left out. */
  public Plan map(UnaryOperator<PlannedAction> change) {
    return new Plan(actions.stream().map(change).toList(), handedOver, findings);
  }

  public Plan without(Predicate<PlannedAction> which) {
    return new Plan(actions.stream().filter(which.negate()).toList(), handedOver, findings);
  }

  /** The same where AWS takes no call. */
  public Plan withoutCalls() {
    return new Plan(List.of(), handedOver, findings).withoutHurry();
  }

  /** The same where AWS takes none that would hurry what it holds. */
  public Plan withoutHurry() {
    return new Plan(actions, handedOver.stream().map(HandedOver::withoutHurry).toList(), findings);
  }

  /**
   * What of these AWS holds for later is made now. That applies all that is pending, so whatever
   * else is to be changed comes first: it may take something back.
   *
   * @param urgent fingerprints
   */
  Plan hurrying(Set<String> urgent) {
    var hurried =
        handedOver.stream()
            .filter(it -> urgent.contains(it.fingerprint()))
            .filter(it -> it.planned().atOnce().isPresent())
            .toList();
    return new Plan(
        Stream.concat(actions.stream(), hurried.stream().map(this::hurry)).toList(),
        handedOver.stream().filter(it -> !hurried.contains(it)).toList(),
        findings);
  }

  private PlannedAction hurry(HandedOver change) {
    var call = change.planned().madeAtOnce().orElseThrow();
    var isBusy =
        actions.stream()
            .anyMatch(it -> it.action().target().kind().component() == change.component());
    return isBusy ? call.afterPrevious() : call;
  }

  /** What waits for a person, or else what waits for a window, AWS's own included. */
  List<PlannedAction> awaiting() {
    var person = at(Timing.AFTER_APPROVAL);
    return person.isEmpty()
        ? Stream.concat(
                at(Timing.WHEN_WINDOW_OPENS).stream(), handedOver.stream().map(HandedOver::planned))
            .toList()
        : person;
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
    return actions.isEmpty() && handedOver.isEmpty() && findings.isEmpty();
  }
}
