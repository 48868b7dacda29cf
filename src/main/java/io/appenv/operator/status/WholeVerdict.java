package io.appenv.operator.status;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Reason;
import io.appenv.operator.status.Verdict.Truth;
import io.appenv.operator.status.Verdict.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The root conditions, computed from the parts as kstatus understands them. */
final class WholeVerdict {

  private static final Comparator<Verdict> WORST_FIRST =
      Comparator.comparing((Verdict part) -> part.weight())
          .thenComparing(part -> part.truth() == Truth.UNKNOWN);

  private final StatusInput input;
  private final List<Verdict> parts;

  WholeVerdict(StatusInput input, Map<ConditionType, Verdict> components) {
    this.input = input;
    this.parts = new ArrayList<>();
    var invalid = input.failuresOf(Component.SPEC);
    if (!invalid.isEmpty()) {
      var first = Verdict.of(invalid.getFirst(), true);
      parts.add(
          new Verdict(first.truth(), first.reason(), Sentence.ofAll(invalid), first.weight()));
    }
    parts.addAll(components.values());
    addUntold(components);
  }

  /**
   * A failure of a part that has no condition of its own still keeps the whole from being ready.
   */
  private void addUntold(Map<ConditionType, Verdict> components) {
    for (var type : ConditionType.values()) {
      if (!components.containsKey(type)) {
        type.component()
            .flatMap(it -> Verdict.leading(input.failuresOf(it)))
            .ifPresent(failure -> parts.add(Verdict.of(failure, true)));
      }
    }
  }

  /** True only where every part is. */
  Verdict ready() {
    if (input.deleting()) {
      return deleting();
    }
    return worst()
        .orElseGet(() -> Verdict.yes(Reason.AVAILABLE, "Everything declared is there and serves."));
  }

  /** What people must hear first, even where that part is only unknown and another is not ready. */
  private Optional<Verdict> worst() {
    var truth =
        parts.stream().anyMatch(part -> part.truth() == Truth.FALSE) ? Truth.FALSE : Truth.UNKNOWN;
    return parts.stream()
        .filter(part -> part.truth() != Truth.TRUE)
        .min(WORST_FIRST)
        .map(part -> turned(part, truth));
  }

  private Verdict deleting() {
    var introduction = "The environment is being deleted. ";
    return worst()
        .filter(part -> part.reason() != Reason.DELETING)
        .map(
            part ->
                new Verdict(
                    Truth.FALSE,
                    part.weight() == Weight.UNDER_WAY ? Reason.DELETING : part.reason(),
                    part.sentence().after(introduction),
                    part.weight()))
        .orElseGet(() -> Verdict.no(Reason.DELETING, introduction.strip(), Weight.UNDER_WAY));
  }

  /** True only while something goes on by itself. */
  Verdict reconciling() {
    if (input.paused() && !input.deleting()) {
      return Verdict.no(
          Reason.PAUSED,
          "spec.operations.paused is true, so nothing is changed; write false to go on.",
          Weight.NONE);
    }
    return parts.stream()
        .filter(part -> part.weight() == Weight.UNDER_WAY || part.weight() == Weight.TRIED_AGAIN)
        .max(Comparator.comparing(Verdict::weight))
        .map(part -> turned(part, Truth.TRUE))
        .orElseGet(this::idle);
  }

  private Verdict idle() {
    return stalled().truth() == Truth.TRUE
        ? Verdict.no(stalled().reason(), "Nothing goes on until somebody acts.", Weight.NONE)
        : Verdict.no(Reason.AVAILABLE, "There is nothing to do.", Weight.NONE);
  }

  /** True where somebody must act. */
  Verdict stalled() {
    return parts.stream()
        .filter(part -> part.weight() == Weight.USER_ACTS)
        .findFirst()
        .map(part -> turned(part, Truth.TRUE))
        .orElseGet(
            () -> Verdict.no(Reason.AVAILABLE, "Nothing waits for somebody to act.", Weight.NONE));
  }

  private static Verdict turned(Verdict part, Truth truth) {
    return new Verdict(truth, part.reason(), part.sentence(), part.weight());
  }
}
