package io.appenv.operator.seeded;

/** A defect to be put into the sources, and the tests that must notice it. */
enum SeededBug {
  A_RULE_BY_HAND_STAYS(
      "network/SecurityGroupChanges",
      "!difference.extra().isEmpty()",
      "difference.extra().size() > 1",
      "SecurityGroupPlannerTest,SecurityGroupPropertiesTest"),
  SECURITY_GROUPS_GO_BEFORE_DATA_STORES(
      "network/SecurityGroupDeletion",
      "store instanceof Sighting.Unseen<?>",
      "store == null",
      "SecurityGroupDeletionTest"),
  PODS_START_BEFORE_THEIR_POLICY(
      "model/Blueprint",
      "desired.clusterGroup().isPresent() && podGroups.closed().contains(tier.name())",
      "desired.clusterGroup().isPresent() && podGroups.ids().containsKey(tier.name())",
      "TierSecurityGroupPolicyTest"),
  STORES_ARE_CLOSED_BEFORE_PODS_CARRY_GROUPS(
      "model/StoreBinding",
      "return carried || adopted ? last(now) : with(now);",
      "return last(now);",
      "StoreBindingTest"),
  VANISHED_DATABASE_IS_CREATED_ANEW(
      "database/InstanceStep",
      "facts.wasEstablished() ? Plan.of(missing(facts))",
      "facts.wasEstablished() && facts.deletionConfirmed() ? Plan.of(missing(facts))",
      "DatabasePlannerTest"),
  VANISHED_CACHE_IS_CREATED_ANEW(
      "cache/ReplicationGroupStep",
      "facts.wasEstablished() ? Plan.of(missing(facts))",
      "facts.wasEstablished() && facts.deletionConfirmed() ? Plan.of(missing(facts))",
      "CachePlannerTest"),
  UNSEEN_IS_TAKEN_FOR_ABSENT(
      "database/DatabaseFacts",
      ".anyMatch(Sighting.Unseen.class::isInstance)",
      ".allMatch(Sighting.Unseen.class::isInstance)",
      "DatabasePlannerTest,DatabaseSafetyPropertiesTest"),
  WHAT_IS_NOT_OURS_IS_CHANGED(
      "database/DatabasePlanner",
      "if (foreign.isPresent())",
      "if (foreign.isPresent() && facts.deletionConfirmed())",
      "DatabasePlannerTest,DatabaseSafetyPropertiesTest"),
  NOBODY_IS_ASKED_BEFORE_A_TAKEOVER(
      "database/Takeover",
      "own(facts, instance, tags).asking()",
      "own(facts, instance, tags)",
      "DatabaseAdoptionTest"),
  A_DATABASE_IS_TAKEN_WITHOUT_ITS_CONSENT(
      "database/Takeover",
      "if (!Consent.isGiven(facts.environment(), instance.tags()))",
      "if (instance.tags().isEmpty())",
      "DatabaseAdoptionTest"),
  A_CONSENT_COUNTS_FOR_EVER(
      "model/Consent",
      "changed.put(TAG, USED);",
      "changed.put(TAG, tags.getOrDefault(TAG, USED));",
      "ConsentTest,DatabaseAdoptionTest"),
  WHAT_IS_NAMED_IS_TOLD_TO_ANYBODY(
      "model/Observed",
      "hidesDatabase ? database.with(Sighting.unseen()) : database",
      "hidesDatabase ? database : database",
      "ObservedTest"),
  A_FAILED_SNAPSHOT_IS_GOOD_ENOUGH(
      "database/FinalSnapshot",
      "case \"failed\" -> confirmed(facts, \"final snapshot \" + snapshot.name() + \" has failed\");",
      "case \"failed\" -> Optional.empty();",
      "DatabaseDeletionTest"),
  A_GROUP_IN_USE_IS_TAKEN_FOR_A_FORMER_ONE(
      "database/FormerGroups",
      "leaves || !group.name().equals(instance.parameterGroup())",
      "true",
      "FormerGroupsTest"),
  WHAT_AWS_DOES_NOT_TELL_OF_IS_ABSENT(
      "model/Listing", "!all.refused().containsKey(name)", "true", "RegionSweepTest"),
  WHAT_NOBODY_WANTS_ANY_MORE_COUNTS_LATER(
      "reconciler/SweptRegion",
      "snapshot = snapshot.without(part);",
      "snapshot = part == Component.SPEC ? snapshot.without(part) : snapshot;",
      "RegionSweeperTest"),
  WRITERS_ARE_NOT_AWAITED(
      "database/Replacement",
      "if (!facts.recorded().databaseIdle())",
      "if (!facts.recorded().databaseIdle() && facts.deletionConfirmed())",
      "ReplacementTest"),
  A_COPY_SERVES_UNSEEN(
      "database/Replacement",
      "if (!differences.isEmpty())",
      "if (!differences.isEmpty() && calls.facts().deletionConfirmed())",
      "ReplacementTest"),
  A_REPLACED_DATABASE_GOES_AT_ONCE(
      "database/FormerInstance",
      "!now.isBefore(end)",
      "!now.isBefore(end.minus(Duration.ofDays(1)))",
      "ReplacementTest"),
  DISRUPTION_IS_IMMEDIATE(
      "database/InstanceModification",
      "diff.deferred(), false, Timing.MAINTENANCE_WINDOW",
      "diff.deferred(), true, Timing.MAINTENANCE_WINDOW",
      "DatabaseSafetyPropertiesTest,DatabasePlannerPropertiesTest"),
  A_WISH_IS_TAKEN_FOR_DRIFT(
      "model/DriftLedger",
      "standing.deviation().isPresent() && former.hasReached(standing)",
      "standing.deviation().isPresent()",
      "DriftLedgerTest,DatabaseDriftTest"),
  ROUTES_THAT_ARE_NOT_READ_HOLD_UP_EVERYTHING(
      "model/RegionSnapshot",
      "case NETWORK -> List.of(network(), securityGroups());",
      "case NETWORK -> List.of(network(), securityGroups(), routes());",
      "RegionSweepTest"),
  THE_MAIN_TABLE_IS_FORGOTTEN(
      "model/RoutesSeen",
      "inVpc.stream().filter(RouteTable::main).findFirst()",
      "Optional.<RouteTable>empty()",
      "NetworkReviewTest,NetworkReviewPropertiesTest"),
  A_RULE_WITHOUT_A_SOURCE_LETS_EVERYBODY_IN(
      "workload/IngressPolicy",
      "return peers.isEmpty()",
      "return ports.isEmpty()",
      "TierNetworkPolicyTest"),
  A_LOAD_BALANCER_THAT_IS_NOT_SEEN_IS_SHUT_OUT(
      "resolver/Resolver",
      "? new LoadBalancerPlace.Unknown()",
      "? new LoadBalancerPlace.Subnets(List.of())",
      "ResolverTest"),
  A_HOST_IS_TAKEN_BY_NAMING_IT(
      "ingress/HostClaim",
      "!claim.served().equals(served)",
      "claim.uid().isEmpty()",
      "HostClaimPropertiesTest"),
  A_CERTIFICATE_THAT_THE_INGRESS_NAMES_IS_DELETED(
      "ingress/CertificatePlanner",
      "recorded.ingress().certificate().equals(Optional.of(former.arn()))",
      "recorded.ingress().isHostTaken()",
      "CertificatePlannerTest"),
  A_RECORD_THAT_OTHERS_NEED_IS_REMOVED(
      "ingress/OwnCertificates",
      "isKept(it) && it.record().equals(former.record())",
      "isKept(it) && it.arn().equals(former.arn())",
      "CertificatePlannerTest"),
  A_VALUE_ADDS_AN_ATTRIBUTE(
      "ingress/AnnotationValue",
      "[A-Za-z0-9._:/@~+-]+",
      "[A-Za-z0-9._:/@~+=,-]+",
      "AnnotationPropertiesTest"),
  A_PLAIN_INGRESS_TAKES_THE_PLACE_OF_A_LOAD_BALANCER(
      "ingress/RoutingDecision",
      ".orElseGet(() -> kept(facts, NO_CONTROLLER))",
      ".orElseGet(() -> plain(ingress, facts))",
      "RoutingDecisionTest"),
  A_PART_OF_THE_REQUESTS_PASSES_FOR_ALL(
      "aggregation/MetricValues",
      "if (!metric.name().equals(RequestMetric.NAME) || keys.isEmpty()) {",
      "keys = keys.stream().filter(it -> board.state(it).orElse(null) instanceof"
          + " Reading.State.Known).toList(); if (keys.isEmpty()) {",
      "MetricValuesTest"),
  A_BINDING_OF_ANY_NAMESPACE_COUNTS(
      "autoscaling/RequestQuestion",
      "it.namespace().equals(want.key().namespace())",
      "!it.namespace().isEmpty()",
      "RequestQuestionTest"),
  ANY_CERTIFICATE_SPEAKS_FOR_ITS_USERS(
      "aggregation/FrontProxy",
      "&& isSigned(settings, certificates, now);",
      "&& (isSigned(settings, certificates, now) || !certificates.isEmpty());",
      "FrontProxyTest"),
  A_LOSS_IS_NOT_ASKED_ABOUT(
      "database/InstanceModification",
      "corrections.asking(it, diff.inPlace().names())",
      "it",
      "DatabaseDriftTest"),
  A_TOKEN_IS_SET_AGAIN_AND_AGAIN(
      "cache/CredentialsReset",
      "announced.equals(marker(wanted, group)) ?",
      "announced.startsWith(wanted) ?",
      "CachePlannerTest"),
  A_PLAN_HIDES_ITS_LAST_CALL(
      "cache/CredentialsReset",
      "return List.of(announce, reset, remember);",
      "return List.of(announce, reset);",
      "CacheGovernancePropertiesTest"),
  A_TOKEN_IS_DROPPED_THAT_PODS_HOLD(
      "cache/FormerToken",
      "isUnused(facts) ? drop : drop.at(Timing.AFTER_ROLLOUT)",
      "isUnused(facts) ? drop : drop.at(Timing.NOW)",
      "CachePlannerTest"),
  TLS_IS_REQUIRED_BEFORE_THE_TIERS_USE_IT(
      "cache/TransitSteps",
      "isRolledOut(facts) ? step : step.at(Timing.AFTER_ROLLOUT)",
      "isRolledOut(facts) ? step : step.at(Timing.NOW)",
      "CacheAdoptionPropertiesTest"),
  A_TOKEN_IS_GIVEN_BEFORE_TLS_IS_REQUIRED(
      "cache/AccessCalls",
      "if (isEncrypting()) {",
      "if (isEncrypting() && token.isEmpty()) {",
      "CacheAdoptionPropertiesTest"),
  THE_CACHES_OF_ALL_OTHERS_ARE_READ(
      "backend/aws/CacheListings",
      "OwnNames.concern(group.replicationGroupId(), named)",
      "true",
      "CacheListingsTest"),
  A_POD_THAT_IS_STOPPED_IS_FORGOTTEN(
      "workload/CompleteRollout",
      ".filter(pod -> !Rollout.hasEnded(pod))",
      ".filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)",
      "CompleteRolloutTest"),
  AN_APPROVAL_LASTS_FOR_EVER(
      "model/Approval",
      "new Approval(plan, Set.of(), emergency)",
      "new Approval(plan, actions, emergency)",
      "GovernanceTest"),
  A_PLAN_TO_BE_SHOWN_IS_CARRIED_OUT(
      "model/Governance",
      "plan.map(it -> it.at(Timing.NOT_AT_ALL))",
      "plan.map(it -> it)",
      "GovernanceTest,DatabaseGovernancePropertiesTest"),
  A_CHANGE_BEGINS_AS_THE_WINDOW_CLOSES(
      "model/WindowGate",
      "opening.left(now).compareTo(least) < 0",
      "opening.left(now).isNegative()",
      "WindowGateTest"),
  WHAT_BUILDS_ON_A_FAILED_CALL_IS_TRIED(
      "reconciler/PlanExecutor", " && !failures.containsKey(part)", "", "PlanExecutorTest"),
  A_CREATE_IS_REPEATED_WITHOUT_LOOKING(
      "reconciler/Step", "if (!fresh)", "if (!fresh && paused)", "TurnTest"),
  CALLS_ARE_REPEATED_WITHOUT_A_PAUSE(
      "reconciler/Attempt", "now.plus(pause(failedRuns))", "now", "AttemptsTest"),
  A_FAILED_LISTING_COUNTS_AS_AN_EMPTY_ONE(
      "model/Listing",
      "return this instanceof Complete<T> complete && complete.at().isAfter(moment);",
      "return complete().filter(it -> it.at().isAfter(moment)).isPresent() || failure().isPresent();",
      "RegionSweepTest,TurnTest,InterestTest"),
  EVERY_STATUS_OF_A_CHILD_CAUSES_A_PASS(
      "dependent/PackedStore",
      "return !content(after).equals(content(before));",
      "return !content(after).equals(content(before)) || after != before;",
      "StoredObjectsTest"),
  STALE_NODES_ARE_BELIEVED(
      "backend/aws/CacheListings",
      "thorough || !isKnown(groups) ?",
      "!isKnown(groups) ?",
      "CacheListingsTest"),
  AN_APPROVAL_BY_ANNOTATION_GOES_UNNOTICED(
      "reconciler/EnvironmentUpdates",
      "|| !ChangeControls.annotated(after).equals(ChangeControls.annotated(before))",
      "",
      "EnvironmentUpdatesTest"),
  THE_INTENT_IS_NOT_WRITTEN_DOWN(
      "reconciler/DataServices",
      "&& announce(environment, governance, draft.drift(), turn)",
      "",
      "IntentIT"),
  A_STALE_COPY_IS_ACTED_UPON(
      "reconciler/StatusWriter",
      ".filter(stored -> isAsAtHand(stored, environment))",
      "",
      "StaleCopyIT"),
  AN_OVERRIDE_KNOWS_NO_LIMIT(
      "scaling/Overrides",
      ".filter(wish -> Refusal.of(wish, limits, data).isEmpty())",
      "",
      "OverridesTest"),
  AN_OVERRIDE_GOES_BELOW_THE_MANIFEST(
      "scaling/TierWish",
      "Math.max(limits.own().fewest(), replicas.or(() -> min).orElse(0))",
      "replicas.or(() -> min).orElse(limits.own().fewest())",
      "OverridesTest,OverridesPropertiesTest"),
  THE_LAST_OVERRIDE_WINS(
      "scaling/Overrides",
      ".reduce(PodRange::and)",
      ".reduce((_, last) -> last)",
      "OverridesTest,OverridesPropertiesTest"),
  A_SALE_THAT_WAITS_FOR_PODS_IS_AN_OUTAGE(
      "workload/TierHealth",
      "rollout.ready() >= tier.scaling().declaredMin()",
      "rollout.ready() >= tier.scaling().min()",
      "TierHealthTest"),
  NOBODY_IS_WOKEN_WHEN_AN_OVERRIDE_ENDS(
      "reconciler/EnvironmentPass",
      "ActiveOverrides.wake(retryAfter(made), scaled)",
      "retryAfter(made)",
      "ScaleOverrideIT"),
  WHOLE_LISTS_ARE_HELD_IN_MEMORY(
      "reconciler/AppEnvironmentReconciler",
      "informerListLimit = PackedStore.PAGE",
      "informerListLimit = 100_000",
      "StartIT");

  private final String type;
  private final String original;
  private final String defect;
  private final String tests;

  SeededBug(String type, String original, String defect, String tests) {
    this.type = type;
    this.original = original;
    this.defect = defect;
    this.tests = tests;
  }

  String file() {
    return "src/main/java/io/appenv/operator/" + type + ".java";
  }

  /** Names of test classes, separated by commas. */
  String tests() {
    return tests;
  }

  boolean needsSandbox() {
    return tests.endsWith("IT");
  }

  /** The source with the defect; what it is put in place of must still be there once. */
  String plant(String source) {
    var first = source.indexOf(original);
    if (first < 0 || source.indexOf(original, first + 1) >= 0) {
      throw new IllegalStateException(
          "%s: %s no longer contains exactly once: %s".formatted(this, file(), original));
    }
    return source.replace(original, defect);
  }
}
