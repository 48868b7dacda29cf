package io.appenv.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.EndpointsStatus;
import io.appenv.operator.api.v1alpha1.PlanStatus;
import io.appenv.operator.api.v1alpha1.PlannedActionStatus;
import io.appenv.operator.api.v1alpha1.RequestsStatus;
import io.appenv.operator.api.v1alpha1.ResourceStatus;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DriftMemory;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.HandedOver;
import io.appenv.operator.model.Interruption;
import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.RequestFinding;
import io.appenv.operator.model.SizingFinding;
import io.appenv.operator.model.Timing;
import io.appenv.operator.model.WorkloadAction;
import io.appenv.operator.resolver.Resolution;
import io.appenv.operator.resolver.Specs;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusFactoryTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.5Z");
  private static final Instant LATER = NOW.plus(Duration.ofMinutes(5));

  @Test
  void whatIsReleasedIsSaidToBeSo() {
    var released =
        Specs.resolve(Specs.PRODUCTION.replace("storage: 100Gi", "storage: 100Gi, release: true"));
    var desired = released.desired().orElseThrow();
    var tags = new HashMap<>(Ownership.tags(desired.environment()));
    tags.put(Ownership.RELEASED, "true");

    var status =
        create(
            Situation.settled()
                .resolvedAs(released)
                .with(Situation.observed(desired, "available", tags)));

    assertThat(condition(status, "DatabaseReady").getReason()).isEqualTo("Released");
    assertThat(condition(status, "Ready").getStatus()).isEqualTo("True");
    assertThat(status.inventory())
        .filteredOn(row -> row.kind().equals("DBInstance"))
        .singleElement()
        .extracting(ResourceStatus::state)
        .isEqualTo("Released");
  }

  @Test
  void aSettledEnvironmentIsReady() {
    var status = create(Situation.settled());

    assertThat(status.conditions())
        .extracting(Condition::getType)
        .containsExactly(
            "Ready",
            "Reconciling",
            "Stalled",
            "NetworkReady",
            "DatabaseReady",
            "CacheReady",
            "WorkloadsReady");
    assertThat(status.conditions())
        .extracting(Condition::getStatus)
        .containsExactly("True", "False", "False", "True", "True", "True", "True");
    assertThat(status.conditions()).allMatch(it -> it.getObservedGeneration() == 1);
    assertThat(condition(status, "Ready").getLastTransitionTime())
        .isEqualTo("2026-01-01T00:00:00Z");
    assertThat(status.observedGeneration()).isEqualTo(1);
    assertThat(status.message()).isNull();
    assertThat(status.plan()).isNull();
    assertThat(status.databaseState()).isEqualTo("available");
    assertThat(status.endpoints())
        .isEqualTo(
            new EndpointsStatus(
                null,
                null,
                "db.example.com:5432",
                "cache.example.com:6379",
                "reader.example.com:6379",
                null,
                Map.of(
                    "frontend", "production-frontend.shop.svc",
                    "backend", "production-backend.shop.svc")));
    assertThat(status.notEffective()).hasSize(1);
  }

  @Test
  void whatTiersReadIsTold() {
    var known =
        new StatusInput(
            Specs.environment(
                Specs.PRODUCTION.replace(
                    "image: shop/backend:1",
                    "image: shop/backend:1%n    requiredEnv: [A]".formatted())),
            Optional.empty(),
            Observed.unseen(),
            Map.of(),
            Plan.empty(),
            List.of(),
            Optional.empty(),
            List.of(
                missing("Tier backend: one is missing."), missing("Tier backend: two is missing.")),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            DriftMemory.none(),
            false);
    var condition = condition(new StatusFactory().create(known, LATER), "ConfigurationReady");
    assertThat(condition.getStatus()).isEqualTo("False");
    assertThat(condition.getReason()).isEqualTo("ConfigurationMissing");
    assertThat(condition.getMessage()).contains("one is missing", "two is missing");
  }

  private static Failure missing(String text) {
    return new Failure.Terminal(Component.CONFIGURATION, Reason.CONFIGURATION_MISSING, text);
  }

  @Test
  void nothingChangesInTheSteadyState() {
    var first = create(Situation.settled());

    assertThat(create(Situation.settled().after(first), LATER)).isEqualTo(first);
  }

  @Test
  void aPlannedActionKeepsItFromBeingReady() {
    var status = create(Situation.settled().with(planned(Timing.NOW)));

    assertThat(condition(status, "Ready").getStatus()).isEqualTo("False");
    assertThat(condition(status, "Ready").getReason()).isEqualTo("Modifying");
    assertThat(condition(status, "Reconciling").getStatus()).isEqualTo("True");
    assertThat(condition(status, "Stalled").getStatus()).isEqualTo("False");
    assertThat(condition(status, "CacheReady").getStatus()).isEqualTo("True");
    assertThat(status.message()).contains("backupWindow");
    assertThat(plan(status).actions().getFirst().action()).isEqualTo("ModifyDBInstance");
  }

  @Test
  void equalPlansHaveEqualFingerprints() {
    var now = plan(create(Situation.settled().with(planned(Timing.NOW))));
    var again = plan(create(Situation.settled().with(planned(Timing.NOW))));
    var later = plan(create(Situation.settled().with(planned(Timing.AFTER_APPROVAL))));

    assertThat(again.hash()).isEqualTo(now.hash());
    assertThat(later.hash()).as("approval changes when it runs").isEqualTo(now.hash());
    assertThat(later.actions().getFirst().when()).isEqualTo("after approval");
  }

  @Test
  void whatWaitsForApprovalSaysHowToGiveIt() {
    var status = create(Situation.settled().with(planned(Timing.AFTER_APPROVAL)));

    assertThat(condition(status, "Ready").getReason()).isEqualTo("ApprovalRequired");
    assertThat(condition(status, "Reconciling").getStatus()).isEqualTo("False");
    assertThat(condition(status, "Stalled").getStatus()).isEqualTo("False");
    assertThat(status.message())
        .contains("kubectl annotate appenv production")
        .contains("appenv.io/approve=" + plan(status).hash());
  }

  @Test
  void whatGoesOnIsToldBeforeWhatWaits() {
    var both = planned(Timing.AFTER_APPROVAL).and(planned(Timing.NOW));
    var status = create(Situation.settled().with(both));

    assertThat(condition(status, "Ready").getReason()).isEqualTo("Modifying");
  }

  @Test
  void whatAwsHoldsForItsWindowIsARowOfThePlanAndLeavesItReady() {
    var action = planned(Timing.HANDED_OVER).actions().getFirst();
    var held =
        new Plan(
            List.of(),
            List.of(new HandedOver(action, Optional.empty())),
            List.of(
                new Failure.Waiting(
                    Component.DATABASE, Reason.PENDING_MAINTENANCE, "it is made on Sunday")));
    var status = create(Situation.settled().with(held));

    assertThat(plan(status).actions())
        .extracting(PlannedActionStatus::when)
        .containsExactly("in the maintenance window, accepted by AWS");
    assertThat(plan(status).hash()).isEqualTo(Plan.of(action).hash());
    assertThat(condition(status, "Ready").getStatus()).isEqualTo("True");
    assertThat(condition(status, "DatabaseReady").getReason()).isEqualTo("PendingMaintenance");
  }

  @Test
  void whatWaitsForTheWindowLeavesItReadyAndIsNotPromisedWhilePaused() {
    var waiting =
        Plan.of(
            planned(Timing.WHEN_WINDOW_OPENS).actions(),
            List.of(
                new Failure.Waiting(
                    Component.DATABASE, Reason.PENDING_MAINTENANCE, "it is made on Sunday")));
    var paused = Specs.resolve(Specs.PRODUCTION + "operations: {paused: true}\n");
    var open = create(Situation.settled().with(waiting));
    var stopped = create(Situation.settled().resolvedAs(paused).with(waiting));

    assertThat(condition(open, "DatabaseReady").getReason()).isEqualTo("PendingMaintenance");
    assertThat(condition(open, "Ready").getStatus()).isEqualTo("True");
    assertThat(condition(stopped, "DatabaseReady").getReason()).isEqualTo("Paused");
  }

  @Test
  void aTierWhoseChangeWaitsSaysSoThoughItServes() {
    var status = create(Situation.settled().with(rollOut("backend", Timing.AFTER_APPROVAL)));

    assertThat(condition(status, "WorkloadsReady").getReason()).isEqualTo("ApprovalRequired");
    assertThat(condition(status, "WorkloadsReady").getMessage())
        .contains("image a -> b")
        .contains("appenv.io/approve=" + plan(status).hash());
    assertThat(condition(status, "Reconciling").getStatus()).isEqualTo("False");
  }

  @Test
  void aTierThatIsToEndAndWaitsForItKeepsTheWholeFromBeingReady() {
    var status = create(Situation.settled().with(rollOut("former", Timing.NOT_AT_ALL)));

    assertThat(condition(status, "WorkloadsReady").getReason()).isEqualTo("PlanOnly");
    assertThat(condition(status, "Ready").getStatus()).isEqualTo("False");
  }

  @Test
  void whatFailsIsToldBeforeTheChangeThatWaits() {
    var failed =
        new TierReport(
            "backend",
            2,
            0,
            2,
            TierReport.State.FAILED,
            Optional.of(Reason.IMAGE_PULL_FAILED),
            Optional.of("it has no image."));
    var status =
        create(
            Situation.settled()
                .withTiers(Situation.tier("frontend"), failed)
                .with(rollOut("backend", Timing.AFTER_APPROVAL)));

    assertThat(condition(status, "WorkloadsReady").getReason())
        .isEqualTo(Reason.IMAGE_PULL_FAILED.word());
  }

  private static Plan rollOut(String tier, Timing timing) {
    var action = new WorkloadAction(WorkloadAction.Verb.ROLL_OUT, tier, "production-" + tier);
    return Plan.of(PlannedAction.now(action, "image a -> b", ChangeClass.RESTART).at(timing));
  }

  @Test
  void aPlanThatIsOnlyShownIsNoTrouble() {
    var status = create(Situation.settled().with(planned(Timing.NOT_AT_ALL)));

    assertThat(condition(status, "Ready").getReason()).isEqualTo("PlanOnly");
    assertThat(condition(status, "Stalled").getStatus()).isEqualTo("False");
  }

  @Test
  void aChangeThatAwsMakesInTheWindowLeavesItReady() {
    var pending =
        new Failure.Waiting(
            Component.DATABASE, Reason.PENDING_MAINTENANCE, "AWS changes it on Sunday.");

    var status = create(Situation.settled().with(Plan.of(List.of(), List.of(pending))));

    assertThat(condition(status, "Ready").getStatus()).isEqualTo("True");
    assertThat(condition(status, "Reconciling").getStatus()).isEqualTo("False");
    assertThat(condition(status, "DatabaseReady").getMessage()).isEqualTo(pending.message());
  }

  @Test
  void aTerminalFailureStallsAndIsToldFirst() {
    var status =
        create(
            Situation.settled()
                .failing(
                    new Failure.Waiting(Component.DATABASE, Reason.CREATING, "Wait."),
                    new Failure.Terminal(Component.CACHE, Reason.NOT_OURS, "Rename it.")));

    assertThat(condition(status, "Ready").getReason()).isEqualTo("NotOurs");
    assertThat(condition(status, "Stalled").getStatus()).isEqualTo("True");
    assertThat(condition(status, "Reconciling").getReason()).isEqualTo("Creating");
    assertThat(status.message()).isEqualTo("Rename it.");
  }

  @Test
  void anotherRequestIdIsNoNews() {
    var first = create(refused("Denied.", "AccessDenied", "request-1"));
    var next = refused("Denied.", "AccessDenied", "request-2").after(first);
    var other = refused("Denied.", "ExpiredToken", "request-3").after(first);

    assertThat(first.message()).isEqualTo("Denied. (AWS: AccessDenied, request id request-1)");
    assertThat(create(next, LATER)).isEqualTo(first);
    assertThat(create(other, LATER).message()).contains("ExpiredToken", "request-3");
  }

  private static Situation refused(String text, String code, String request) {
    return Situation.settled()
        .with(planned(Timing.NOW))
        .failing(
            new Failure.Recoverable(
                Component.DATABASE,
                Reason.ACCESS_DENIED,
                text,
                Optional.of(new Failure.AwsError(code, request))));
  }

  @Test
  void whatCannotBeSeenIsUnknown() {
    var blind =
        new Failure.Recoverable(Component.DATABASE, Reason.UNREACHABLE, "AWS does not answer.");

    var status = create(Situation.settled().with(Observed.unseen()).failing(blind));

    assertThat(condition(status, "DatabaseReady").getStatus()).isEqualTo("Unknown");
    assertThat(condition(status, "CacheReady").getStatus()).isEqualTo("Unknown");
    assertThat(condition(status, "Ready").getStatus()).isEqualTo("Unknown");
  }

  @Test
  void aPictureTooOldToVouchForLeavesOnlyWhatStillHolds() {
    var ready = create(Situation.settled());
    var stale =
        new Failure.Recoverable(
            Component.DATABASE,
            Reason.OBSERVATION_STALE,
            "AWS could not be read.",
            Optional.of(new Failure.AwsError("AccessDenied", "request-1")));

    var status =
        create(Situation.settled().after(ready).with(Observed.unseen()).failing(stale), LATER);

    assertThat(condition(status, "Ready").getStatus()).isEqualTo("Unknown");
    assertThat(condition(status, "Ready").getReason()).isEqualTo("ObservationStale");
    assertThat(status.message()).contains("AccessDenied", "request-1");
    assertThat(condition(status, "WorkloadsReady").getStatus()).isEqualTo("True");
    assertThat(status.endpoints()).isEqualTo(ready.endpoints());
    assertThat(status.databaseState()).isEqualTo("available");
  }

  @Test
  void aNetworkThatCannotBeReadIsUnknownAndOneThatIsGoneIsNot() {
    var unreachable =
        new Failure.Recoverable(Component.NETWORK, Reason.UNREACHABLE, "AWS does not answer.");
    var gone = new Failure.Terminal(Component.NETWORK, Reason.VPC_NOT_FOUND, "Tag it.");

    var unread = create(Situation.settled().failing(unreachable));
    var lost = create(Situation.settled().failing(gone));

    assertThat(condition(unread, "NetworkReady").getStatus()).isEqualTo("Unknown");
    assertThat(condition(unread, "WorkloadsReady").getStatus()).isEqualTo("True");
    assertThat(condition(lost, "NetworkReady").getStatus()).isEqualTo("False");
    assertThat(condition(lost, "Stalled").getStatus()).isEqualTo("True");
  }

  @Test
  void aStateThatDoesNotServeIsNotReadyEvenWithoutAFinding() {
    var desired = Situation.settled().resolution().desired().orElseThrow();
    var tags = Ownership.tags(desired.environment());

    var status = create(Situation.settled().with(Situation.observed(desired, "failed", tags)));

    assertThat(condition(status, "Ready").getStatus()).isEqualTo("False");
    assertThat(status.databaseState()).isEqualTo("failed");
  }

  @Test
  void aTierThatFailsGivesItsReason() {
    var failed =
        new TierReport(
            "backend",
            2,
            0,
            2,
            TierReport.State.FAILED,
            Optional.of(Reason.IMAGE_PULL_FAILED),
            Optional.of("shop/backend:1 cannot be pulled."));

    var status = create(Situation.settled().withTiers(Situation.tier("frontend"), failed));

    assertThat(condition(status, "WorkloadsReady").getReason()).isEqualTo("ImagePullFailed");
    assertThat(condition(status, "Stalled").getStatus()).isEqualTo("True");
    assertThat(status.message()).isEqualTo("Tier backend: shop/backend:1 cannot be pulled.");
    assertThat(status.tiers().get(1).reason()).isEqualTo("ImagePullFailed");
  }

  @Test
  void aTierNobodyReportedIsNotReady() {
    var status = create(Situation.settled().withTiers(Situation.tier("frontend")));

    assertThat(condition(status, "WorkloadsReady").getReason()).isEqualTo("WaitingForCredentials");
  }

  @Test
  void anInvalidSpecStallsAndKeepsWhatIsKnown() {
    var ready = create(Situation.settled());
    var invalid = Specs.resolve(Specs.PRODUCTION.replace("100Gi", "100GB"));

    var status = create(Situation.settled().after(ready).resolvedAs(invalid), LATER);

    assertThat(condition(status, "Ready").getReason()).isEqualTo("InvalidSpec");
    assertThat(condition(status, "Stalled").getStatus()).isEqualTo("True");
    assertThat(status.message()).contains("spec.database.storage");
    assertThat(status.inventory()).isEqualTo(ready.inventory());
    assertThat(status.effective()).isEqualTo(ready.effective());
  }

  @Test
  void anOperatorThatHasJustStartedDoesNotTakeBackWhatItSaid() {
    var ready = create(Situation.settled());

    assertThat(create(Situation.settled().after(ready).resolvedAs(observing()), LATER))
        .isEqualTo(ready);
    assertThat(condition(create(Situation.settled().resolvedAs(observing())), "Ready").getStatus())
        .isEqualTo("Unknown");
  }

  @Test
  void whatIsAmissInANetworkIsToldWhereItIsReady() {
    var amiss = new NetworkFinding(Reason.ROUTE_MISSING, "Add a route.");
    var more = new NetworkFinding(Reason.ROLE_TAGS_MISSING, "Tag them.");

    var status = create(Situation.settled().finding(amiss, more));

    assertThat(condition(status, "NetworkReady"))
        .returns("True", Condition::getStatus)
        .returns("RouteMissing", Condition::getReason)
        .returns(
            "VPC vpc-1 and its subnets were found. Add a route. Tag them.", Condition::getMessage);
    assertThat(condition(status, "Ready").getStatus()).isEqualTo("True");
    assertThat(condition(status, "Stalled").getStatus()).isEqualTo("False");
  }

  @Test
  void whatIsAmissIsToldBehindWhatStandsInTheWay() {
    var lost = new Failure.Terminal(Component.NETWORK, Reason.TOO_FEW_ZONES, "Add a subnet.");
    var amiss = new NetworkFinding(Reason.ROUTE_MISSING, "Add a route.");

    var status = create(Situation.settled().failing(lost).finding(amiss));

    assertThat(condition(status, "NetworkReady"))
        .returns("False", Condition::getStatus)
        .returns("TooFewZones", Condition::getReason)
        .returns("Add a subnet. Add a route.", Condition::getMessage);
  }

  @Test
  void whatThereIsNoRoomForIsToldOfTiersThatHaveTheirPods() {
    var connections = new SizingFinding(Reason.CONNECTIONS_SHORT, "Allow fewer pods.");
    var addresses = new SizingFinding(Reason.ADDRESSES_SHORT, "Add subnets.");

    var status = create(Situation.settled().lacking(connections, addresses));

    assertThat(condition(status, "WorkloadsReady"))
        .returns("True", Condition::getStatus)
        .returns("ConnectionsShort", Condition::getReason)
        .returns("Every tier has its pods. Allow fewer pods. Add subnets.", Condition::getMessage);
    assertThat(condition(status, "Ready").getStatus()).isEqualTo("True");
    assertThat(condition(status, "Stalled").getStatus()).isEqualTo("False");
  }

  private static Resolution observing() {
    return new Resolution(
        Optional.empty(),
        List.of(new Failure.Waiting(Component.NETWORK, Reason.OBSERVING, "Not listed yet.")),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  @Test
  void aPassThatBrokeOffLeavesTheOtherPartsAsTheyWere() {
    var ready = create(Situation.settled());
    var broken =
        new Resolution(
            Optional.empty(),
            List.of(
                new Failure.Recoverable(Component.WORKLOADS, Reason.KUBERNETES_ERROR, "HTTP 500.")),
            Optional.empty(),
            Optional.empty(),
            List.of());

    var status = create(Situation.settled().after(ready).resolvedAs(broken), LATER);

    assertThat(condition(status, "Ready").getStatus()).isEqualTo("False");
    assertThat(condition(status, "DatabaseReady")).isEqualTo(condition(ready, "DatabaseReady"));
    assertThat(condition(status, "WorkloadsReady").getReason()).isEqualTo("KubernetesError");
  }

  @Test
  void aPausedEnvironmentSaysWhatIsTrueAndThatNothingIsDone() {
    var paused = Specs.resolve(Specs.PRODUCTION.concat("operations: {paused: true}\n"));

    var settled = create(Situation.settled().resolvedAs(paused));
    var drifted = create(Situation.settled().resolvedAs(paused).with(planned(Timing.NOW)));

    assertThat(condition(settled, "Ready").getStatus()).isEqualTo("True");
    assertThat(condition(settled, "Reconciling").getReason()).isEqualTo("Paused");
    assertThat(condition(drifted, "Ready").getStatus()).isEqualTo("False");
    assertThat(condition(drifted, "Reconciling").getStatus()).isEqualTo("False");
  }

  @Test
  void aDeletionIsUnderWayUntilSomebodyMustAct() {
    var missing =
        new Failure.Terminal(Component.DATABASE, Reason.CONFIRMATION_MISSING, "Confirm it.");

    var going = create(Situation.settled().beingDeleted());
    var stopped = create(Situation.settled().beingDeleted().failing(missing));

    assertThat(condition(going, "Ready").getReason()).isEqualTo("Deleting");
    assertThat(condition(going, "Reconciling").getStatus()).isEqualTo("True");
    assertThat(condition(stopped, "Ready").getReason()).isEqualTo("ConfirmationMissing");
    assertThat(condition(stopped, "Stalled").getStatus()).isEqualTo("True");
  }

  @Test
  void theTimeOfTransitionMovesWithTheStatusOnly() {
    var ready = create(Situation.settled());
    var waiting = Situation.settled().after(ready).with(planned(Timing.NOW));

    var status = create(waiting, LATER);

    assertThat(condition(status, "Ready").getLastTransitionTime())
        .isEqualTo("2026-01-01T00:05:00Z");
    assertThat(condition(status, "Stalled").getLastTransitionTime())
        .isEqualTo("2026-01-01T00:00:00Z");
  }

  static Plan planned(Timing timing) {
    var action =
        new PlannedAction(
            new DatabaseAction.ResetPassword("appenv-x"),
            "backupWindow 16:00-17:00 -> 17:00-18:00",
            ChangeClass.IN_PLACE,
            Interruption.NONE,
            timing,
            Optional.empty());
    return Plan.of(List.of(action), List.of());
  }

  static AppEnvironmentStatus create(Situation situation) {
    return create(situation, NOW);
  }

  private static AppEnvironmentStatus create(Situation situation, Instant now) {
    return new StatusFactory().create(situation.input(), now);
  }

  private static PlanStatus plan(AppEnvironmentStatus status) {
    return Objects.requireNonNull(status.plan());
  }

  private static Condition condition(AppEnvironmentStatus status, String type) {
    return status.conditions().stream()
        .filter(it -> it.getType().equals(type))
        .findFirst()
        .orElseThrow();
  }

  /** The pods serve, and what else scales the tier goes on. */
  @Test
  void requestsThatAreNotKnownAreToldWhereTheTierIsAvailable() {
    var amiss =
        new RequestFinding(
            "frontend", "LoadBalancer", Reason.REQUESTS_UNREAD, "There is no target group.");
    var status = create(Situation.settled().scaledBy(amiss));

    var workloads = condition(status, "WorkloadsReady");
    assertThat(workloads.getStatus()).isEqualTo("True");
    assertThat(workloads.getReason()).isEqualTo("RequestsUnread");
    assertThat(workloads.getMessage())
        .isEqualTo(
            "Every tier has its pods. Tier frontend is not scaled by requests: There is no target"
                + " group.");
    assertThat(condition(status, "Ready").getStatus()).isEqualTo("True");
    assertThat(status.tiers().getFirst().requests())
        .isEqualTo(
            new RequestsStatus("LoadBalancer", "RequestsUnread", "There is no target group."));
    assertThat(status.tiers().getLast().requests()).isNull();
    assertThat(RequestRecord.read(status, "frontend", "LoadBalancer")).contains(amiss);
    assertThat(RequestRecord.read(status, "frontend", "Prometheus")).isEmpty();
    assertThat(RequestRecord.read(status, "backend", "LoadBalancer")).isEmpty();
  }

  @Test
  void requestsThatAreKnownAreNoWord() {
    var known = new RequestFinding("frontend", "LoadBalancer", Reason.AVAILABLE, "");
    var status = create(Situation.settled().scaledBy(known));

    assertThat(condition(status, "WorkloadsReady").getReason()).isEqualTo("Available");
    assertThat(RequestRecord.read(status, "frontend", "LoadBalancer")).contains(known);
  }
}
