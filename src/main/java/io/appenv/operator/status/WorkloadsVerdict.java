package io.appenv.operator.status;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.RequestFinding;
import io.appenv.operator.model.SizingFinding;
import io.appenv.operator.model.WorkloadAction;
import io.appenv.operator.status.Verdict.Weight;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether every tier has its pods. */
final class WorkloadsVerdict {

  private final StatusInput input;

  WorkloadsVerdict(StatusInput input) {
    this.input = input;
  }

  Verdict verdict() {
    var leading = Verdict.leading(input.failuresOf(Component.WORKLOADS));
    if (leading.isPresent()) {
      return Verdict.of(leading.get(), true);
    }
    if (input.deleting()) {
      return Verdict.no(Reason.DELETING, "They are deleted first.", Weight.UNDER_WAY);
    }
    return input
        .desired()
        .map(this::ofTiers)
        .orElseGet(
            () ->
                Verdict.unknown(Reason.OBSERVING, "They are looked at once the spec is resolved."));
  }

  private Verdict ofTiers(Desired desired) {
    var removed =
        held(action -> desired.tiers().stream().noneMatch(it -> it.name().equals(action.tier())));
    return Stream.concat(
            desired.tiers().stream().map(tier -> tier(tier, report(tier))), removed.stream())
        .filter(verdict -> verdict.truth() != Verdict.Truth.TRUE)
        .min(Comparator.comparing(Verdict::weight))
        .orElseGet(this::available);
  }

  /**
   * What there is no room for keeps nothing from working now, and requests that are not known
   * nothing of what else scales a tier, so the condition is true.
   */
  private Verdict available() {
    var sizing = input.sizingFindings();
    var amiss = input.requests().stream().filter(RequestFinding::isAmiss).toList();
    var reason =
        Stream.concat(
                sizing.stream().map(SizingFinding::reason),
                amiss.stream().map(RequestFinding::reason))
            .findFirst()
            .orElse(Reason.AVAILABLE);
    return Verdict.yes(reason, "Every tier has its pods.")
        .and(
            Stream.concat(
                    sizing.stream().map(SizingFinding::message),
                    amiss.stream().map(WorkloadsVerdict::unscaled))
                .toList());
  }

  private static String unscaled(RequestFinding finding) {
    return "Tier %s is not scaled by requests: %s".formatted(finding.tier(), finding.message());
  }

  /** A change of a tier that a person or the policy keeps from being made. */
  private Optional<Verdict> held(Predicate<WorkloadAction> which) {
    return input.actionsOf(Component.WORKLOADS).stream()
        .filter(PlannedAction::isHeld)
        .filter(it -> it.action() instanceof WorkloadAction action && which.test(action))
        .filter(_ -> !input.paused())
        .map(it -> HeldVerdict.of(input, it))
        .findFirst();
  }

  private Optional<TierReport> report(DesiredTier tier) {
    return input.tiers().stream().filter(it -> it.name().equals(tier.name())).findFirst();
  }

  private Verdict tier(DesiredTier tier, Optional<TierReport> report) {
    var state = report.map(TierReport::state).orElse(TierReport.State.NOT_STARTED);
    return switch (state) {
      case FAILED, ROLLING_OUT, STOPPED -> tier(tier, report, state);
      case NOT_STARTED, OUTDATED, AVAILABLE ->
          held(action -> action.tier().equals(tier.name()))
              .orElseGet(() -> tier(tier, report, state));
    };
  }

  private Verdict tier(DesiredTier tier, Optional<TierReport> report, TierReport.State state) {
    var verdict = fallback(tier, state);
    var reason = report.flatMap(TierReport::reason).orElse(verdict.reason());
    var text = report.flatMap(TierReport::message).orElse(verdict.sentence().text());
    var sentence = Sentence.of("Tier " + tier.name() + ": " + text);
    return new Verdict(verdict.truth(), reason, sentence, verdict.weight());
  }

  /** What is said of a tier whose report gives no reason of its own. */
  private Verdict fallback(DesiredTier tier, TierReport.State state) {
    return switch (state) {
      case AVAILABLE -> Verdict.yes(Reason.AVAILABLE, "its pods serve.");
      case NOT_STARTED -> notStarted(tier);
      case STOPPED ->
          Verdict.no(
              Reason.SUSPENDED,
              "it has no pods while a copy takes the place of its database.",
              Weight.UNDER_WAY);
      case OUTDATED -> outdated();
      case ROLLING_OUT ->
          Verdict.no(Reason.ROLLING_OUT, "its pods are starting.", Weight.UNDER_WAY);
      case FAILED ->
          Verdict.no(
              Reason.PROGRESS_DEADLINE_EXCEEDED,
              "its pods do not become available; look at them with kubectl describe pods.",
              Weight.USER_ACTS);
    };
  }

  private Verdict outdated() {
    return input.paused()
        ? Verdict.no(
            Reason.PAUSED,
            "what runs differs from the manifest, and is not changed while"
                + " spec.operations.paused is true.",
            Weight.NONE)
        : Verdict.no(
            Reason.ROLLING_OUT, "the manifest's version is being applied.", Weight.UNDER_WAY);
  }

  private Verdict notStarted(DesiredTier tier) {
    if (!input.failuresOf(Component.CONFIGURATION).isEmpty()) {
      return Verdict.no(
          Reason.ROLLING_OUT,
          "its pods are not created yet; ConfigurationReady tells what the tiers wait for.",
          Weight.UNDER_WAY);
    }
    return tier.uses().isEmpty()
        ? Verdict.no(Reason.ROLLING_OUT, "its pods are not created yet.", Weight.UNDER_WAY)
        : Verdict.no(
            Reason.WAITING_FOR_CREDENTIALS,
            "it waits for the credentials of what it uses.",
            Weight.UNDER_WAY);
  }
}
