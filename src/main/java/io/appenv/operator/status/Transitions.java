package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.ApprovalStatus;
import io.appenv.operator.model.Reason;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which changes between two statuses are told as events. */
public final class Transitions {

  private static final Set<ConditionType> AMISS =
      Set.of(
          ConditionType.NETWORK_READY, ConditionType.INGRESS_READY, ConditionType.WORKLOADS_READY);

  private static final String TRUE = Verdict.Truth.TRUE.word();

  private Transitions() {}

  /**
   * A change of status or reason is told once, for the part it happened to; a change of wording is
   * not. Of the root conditions only the turns of Ready and of Stalled are told.
   */
  public static List<Transition> between(
      @Nullable AppEnvironmentStatus former, AppEnvironmentStatus current) {
    var before = former == null ? List.<Condition>of() : former.conditions();
    return Stream.of(
            emergencies(former, current),
            DriftTransitions.between(former, current),
            turns(before, current))
        .flatMap(it -> it)
        .toList();
  }

  private static Stream<Transition> emergencies(
      @Nullable AppEnvironmentStatus former, AppEnvironmentStatus current) {
    var known = emergencies(former);
    return emergencies(current).stream()
        .filter(it -> known.stream().noneMatch(before -> before.plan().equals(it.plan())))
        .map(
            it ->
                new Transition(
                    Transition.WARNING,
                    "Emergency",
                    "Plan %s is carried out without waiting for the maintenance window: %s"
                        .formatted(it.plan(), it.emergency())));
  }

  private static List<ApprovalStatus> emergencies(@Nullable AppEnvironmentStatus status) {
    return status == null
        ? List.of()
        : status.approvals().stream().filter(it -> it.emergency() != null).toList();
  }

  private static Stream<Transition> turns(List<Condition> before, AppEnvironmentStatus current) {
    return Arrays.stream(ConditionType.values())
        .flatMap(
            type ->
                transition(
                    type,
                    Conditions.find(before, type),
                    Conditions.find(current.conditions(), type),
                    stalledReason(current))
                    .stream());
  }

  private static Optional<String> stalledReason(AppEnvironmentStatus status) {
    return Conditions.find(status.conditions(), ConditionType.STALLED)
        .filter(it -> TRUE.equals(it.getStatus()))
        .map(Condition::getReason);
  }

  private static Optional<Transition> transition(
      ConditionType type,
      Optional<Condition> before,
      Optional<Condition> after,
      Optional<String> stalled) {
    return after
        .filter(now -> isNews(type, before, now))
        .map(now -> new Transition(type(type, now, stalled), now.getReason(), sentence(now)));
  }

  private static boolean isNews(ConditionType type, Optional<Condition> before, Condition now) {
    var turned = before.filter(it -> it.getStatus().equals(now.getStatus())).isEmpty();
    return switch (type) {
      case RECONCILING -> false;
      case READY -> turned && (before.isPresent() || TRUE.equals(now.getStatus()));
      case STALLED -> turned && (before.isPresent() || TRUE.equals(now.getStatus()));
      // What was well from the first look on is no news; Ready tells of it.
      case NETWORK_READY,
          DATABASE_READY,
          CACHE_READY,
          CONFIGURATION_READY,
          WORKLOADS_READY,
          INGRESS_READY,
          FILES_READY ->
          before
              .map(it -> turned || !Objects.equals(it.getReason(), now.getReason()))
              .orElse(!TRUE.equals(now.getStatus()) || isAmiss(type, now));
    };
  }

  /** A part that can be used, though something should be put right. */
  private static boolean isAmiss(ConditionType type, Condition now) {
    return AMISS.contains(type)
        && TRUE.equals(now.getStatus())
        && !Reason.AVAILABLE.word().equals(now.getReason());
  }

  /** A warning is what somebody must look at: not that something takes its time. */
  private static String type(ConditionType type, Condition now, Optional<String> stalledReason) {
    var isTrue = TRUE.equals(now.getStatus());
    var alarming =
        type == ConditionType.STALLED
            ? isTrue
            : isAmiss(type, now)
                || (!isTrue && stalledReason.filter(now.getReason()::equals).isPresent());
    return alarming ? Transition.WARNING : Transition.NORMAL;
  }

  private static String sentence(Condition condition) {
    return condition.getType() + " is " + condition.getStatus() + ": " + condition.getMessage();
  }
}
