package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.AdoptionStatus;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.EffectiveStatus;
import io.appenv.operator.api.v1alpha1.RequestsStatus;
import io.appenv.operator.api.v1alpha1.TierStatus;
import io.appenv.operator.model.Adoption;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Reason;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the status of an environment out of what one pass knows. Pure. */
public final class StatusFactory {

  /** The status of an environment that no pass has described yet. */
  static final AppEnvironmentStatus NEW = AppEnvironmentStatus.empty();

  /**
   * @param now for the time of transitions and of new inventory rows; of no effect where nothing
   *     changed
   */
  public AppEnvironmentStatus create(StatusInput input, Instant now) {
    var former = former(input);
    return isBlind(input, former) ? former : build(input, former, now);
  }

  private static AppEnvironmentStatus former(StatusInput input) {
    var status = input.environment().getStatus();
    return status == null ? NEW : status;
  }

  /**
   * An operator that has just started has seen nothing yet. That is no news about an environment
   * that was described for this generation already.
   */
  private static boolean isBlind(StatusInput input, AppEnvironmentStatus former) {
    return input.desired().isEmpty()
        && !input.deleting()
        && !input.failures().isEmpty()
        && input.failures().stream().allMatch(it -> it.reason() == Reason.OBSERVING)
        && Long.valueOf(generation(input)).equals(former.observedGeneration())
        && !former.conditions().isEmpty();
  }

  private static AppEnvironmentStatus build(
      StatusInput input, AppEnvironmentStatus former, Instant now) {
    var conditions = conditions(input, former.conditions(), now);
    var desired = input.desired();
    return new AppEnvironmentStatus(
        generation(input),
        conditions,
        effective(input, former.effective()),
        desired
            .map(it -> Inventory.update(former.inventory(), input, it, now))
            .orElse(former.inventory()),
        desired
            .map(
                it ->
                    SecurityGroupLines.of(
                        it, input.observed().securityGroups(), former.securityGroups()))
            .orElse(former.securityGroups()),
        desired.map(it -> Endpoints.of(input, it, former.endpoints())).orElse(former.endpoints()),
        desired
            .map(
                it ->
                    Optional.ofNullable(
                        CertificateRecord.of(it, input.observed(), former.certificate())))
            .orElse(Optional.ofNullable(former.certificate()))
            .orElse(null),
        PlanSummary.of(input.plan(), input.windowOpens()).orElse(null),
        desired.map(it -> tiers(input, it)).orElse(former.tiers()),
        message(conditions),
        desired
            .map(it -> Optional.ofNullable(StateWord.database(input, it, former.databaseState())))
            .orElse(Optional.ofNullable(former.databaseState()))
            .orElse(null),
        desired
            .map(it -> Optional.ofNullable(StateWord.cache(input, it, former.cacheState())))
            .orElse(Optional.ofNullable(former.cacheState()))
            .orElse(null),
        input.isBroken() ? former.notEffective() : input.notEffective(),
        RunningVersions.of(input, former.observed()),
        desired.map(_ -> ApprovalRecord.write(input.approvals())).orElse(former.approvals()),
        input.adoptions().stream().map(StatusFactory::adoption).toList(),
        desired.map(_ -> DriftRecord.write(input.drift().drifts())).orElse(former.drift()),
        desired
            .map(_ -> Optional.ofNullable(DriftRecord.line(input.drift().drifts())))
            .orElse(Optional.ofNullable(former.drifted()))
            .orElse(null),
        desired.map(_ -> input.drift().reached()).orElse(former.reached()));
  }

  private static AdoptionStatus adoption(Adoption adoption) {
    return new AdoptionStatus(
        adoption.component().name().toLowerCase(Locale.ROOT),
        adoption.identifier(),
        adoption.patch().json());
  }

  private static long generation(StatusInput input) {
    var generation = input.environment().getMetadata().getGeneration();
    return generation == null ? 0 : generation;
  }

  private static List<Condition> conditions(
      StatusInput input, List<Condition> former, Instant now) {
    var generation = generation(input);
    var components = ComponentVerdicts.of(input);
    var whole = new WholeVerdict(input, components);
    var conditions = new ArrayList<Condition>();
    conditions.add(Conditions.write(ConditionType.READY, whole.ready(), former, generation, now));
    conditions.add(
        Conditions.write(ConditionType.RECONCILING, whole.reconciling(), former, generation, now));
    conditions.add(
        Conditions.write(ConditionType.STALLED, whole.stalled(), former, generation, now));
    for (var type : ConditionType.values()) {
      var verdict = components.get(type);
      if (verdict != null) {
        conditions.add(Conditions.write(type, verdict, former, generation, now));
      } else if (input.isBroken() && type.component().isPresent()) {
        // A pass that broke off says nothing of the parts it did not come to.
        Conditions.find(former, type).ifPresent(conditions::add);
      }
    }
    return conditions;
  }

  /** Without a resolved spec the former lookup is worth more than none. */
  private static @Nullable EffectiveStatus effective(
      StatusInput input, @Nullable EffectiveStatus former) {
    if (input.desired().isEmpty() && former != null) {
      return former;
    }
    return input.effective().orElse(former);
  }

  private static List<TierStatus> tiers(StatusInput input, Desired desired) {
    return desired.tiers().stream()
        .flatMap(tier -> input.tiers().stream().filter(it -> it.name().equals(tier.name())))
        .map(report -> tier(report, requests(input, report.name())))
        .toList();
  }

  private static @Nullable RequestsStatus requests(StatusInput input, String tier) {
    return input.requests().stream()
        .filter(finding -> finding.tier().equals(tier))
        .map(RequestRecord::write)
        .findFirst()
        .orElse(null);
  }

  private static TierStatus tier(TierReport report, @Nullable RequestsStatus requests) {
    var available = report.state() == TierReport.State.AVAILABLE;
    return new TierStatus(
        report.name(),
        report.desired(),
        report.ready(),
        report.updated(),
        available ? null : report.reason().map(Reason::word).orElse(null),
        available ? null : report.message().orElse(null),
        requests);
  }

  private static @Nullable String message(List<Condition> conditions) {
    return Conditions.find(conditions, ConditionType.READY)
        .filter(ready -> !Verdict.Truth.TRUE.word().equals(ready.getStatus()))
        .map(Condition::getMessage)
        .orElse(null);
  }
}
