package io.appenv.operator.cache;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Corrections;
import io.appenv.operator.model.Difference;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.HandedOver;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.SettingChanges;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.model.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The calls that change an available replication group, one a pass, because ElastiCache refuses a
 * second while the first is under way, and counts tags among the changes. ApplyImmediately also
 * applies whatever is pending, so it is used only while nothing is.
 */
final class GroupModification {

  private GroupModification() {}

  static Plan plan(CacheFacts facts, ReplicationGroup group) {
    var corrections = facts.corrections();
    var diff = GroupDiff.of(group, facts.desired()).leaving(corrections.left());
    var pending = group.isPending();
    var failoverHeld = pending && diff.changesFailover();
    var parametersHeld = pending && diff.attachesParameterGroup();
    var allowed = VersionRules.refusal(facts, group).isPresent() ? diff.withoutVersion() : diff;
    var movable = failoverHeld ? allowed.withoutFailover() : allowed;
    var sendable = parametersHeld ? movable.withoutParameterGroup() : movable;
    var asked = sendable.only(corrections.asked().keySet());
    var unasked = sendable.leaving(corrections.asked().keySet());
    var redundant = isRedundantThen(facts, group, failoverHeld);
    var access = AccessCalls.of(facts, group);
    var binding = GroupBinding.plan(facts, group);
    var actions = new ArrayList<PlannedAction>();
    actions.addAll(MissingTags.plan(facts.owned(group), facts.ownershipTags()).actions());
    actions.addAll(access.first());
    actions.addAll(calls(group, unasked, failoverHeld));
    binding.calls().now().ifPresent(actions::add);
    access.beforeDeferred().ifPresent(actions::add);
    deferred(group, unasked, redundant)
        .map(it -> VersionRules.areAsked(facts, group, unasked) ? it.asking() : it)
        .ifPresent(actions::add);
    actions.addAll(access.last());
    actions.addAll(binding.calls().later());
    actions.addAll(binding.calls().asked());
    actions.addAll(asked(corrections, group, asked, failoverHeld));
    actions.addAll(access.askedLast());
    var findings = findings(facts, group, sendable);
    if (failoverHeld) {
      findings.add(held("automaticFailover is changed", group));
    }
    if (parametersHeld) {
      findings.add(held("parameterGroup is changed", group));
    }
    access.held().map(it -> held(it, group)).ifPresent(findings::add);
    if (binding.held()) {
      findings.add(held("securityGroups are changed", group));
    }
    return new Plan(
        Stream.concat(binding.calls().first().stream(), oneAtATime(actions).stream()).toList(),
        handedOver(group, sendable, redundant),
        findings);
  }

  /** Failover goes off before the last replica goes, hence in-place changes come first. */
  private static List<PlannedAction> calls(
      ReplicationGroup group, GroupDiff diff, boolean failoverHeld) {
    var calls = new ArrayList<PlannedAction>();
    inPlace(group, diff).ifPresent(calls::add);
    replicas(group, diff, failoverHeld).ifPresent(calls::add);
    diff.failoverOnceRedundant()
        .filter(_ -> !group.isPending())
        .map(on -> failover(group, on))
        .ifPresent(calls::add);
    return calls;
  }

  private static Optional<PlannedAction> inPlace(ReplicationGroup group, GroupDiff diff) {
    var changes = diff.inPlace();
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        PlannedAction.now(
            modify(group, changes, diff.changesFailover() || diff.attachesParameterGroup()),
            changes.reason(),
            changes.changeClass()));
  }

  /** Last, so that what waits for a person holds up nothing else. */
  private static List<PlannedAction> asked(
      Corrections corrections, ReplicationGroup group, GroupDiff diff, boolean failoverHeld) {
    return Stream.of(
            inPlace(group, diff).map(it -> corrections.asking(it, diff.inPlace().names())),
            replicas(group, diff, failoverHeld)
                .map(it -> corrections.asking(it, List.of(SpecField.CACHE_NODES.shortName()))))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<PlannedAction> replicas(
      ReplicationGroup group, GroupDiff diff, boolean failoverHeld) {
    return diff.nodes()
        .filter(nodes -> !(failoverHeld && nodes.to() < 2))
        .map(nodes -> replicas(group, nodes));
  }

  /** AWS counts replicas, the spec counts nodes: the primary makes the difference. */
  private static PlannedAction replicas(ReplicationGroup group, Difference<Integer> nodes) {
    var replicas = nodes.to() - 1;
    return PlannedAction.now(
        nodes.to() > nodes.from()
            ? new CacheAction.IncreaseReplicas(group.identifier(), replicas)
            : new CacheAction.DecreaseReplicas(group.identifier(), replicas),
        nodes.reason(),
        nodes.changeClass());
  }

  private static PlannedAction failover(ReplicationGroup group, Difference<Boolean> on) {
    return PlannedAction.now(
        new CacheAction.ModifyGroup(
            group.identifier(), List.of(new GroupSetting.Failover(on.to())), true),
        on.reason(),
        on.changeClass());
  }

  private static Action modify(
      ReplicationGroup group, SettingChanges<GroupSetting> changes, boolean immediately) {
    return new CacheAction.ModifyGroup(group.identifier(), changes.settings(), immediately);
  }

  /** Whether a replica takes over when AWS comes to the deferred changes, which it does last. */
  private static boolean isRedundantThen(
      CacheFacts facts, ReplicationGroup group, boolean failoverHeld) {
    var isKept = failoverHeld || facts.corrections().left().contains(CacheWishes.FAILOVER);
    return isKept ? group.automaticFailover() : facts.desired().automaticFailover();
  }

  private static Optional<PlannedAction> deferred(
      ReplicationGroup group, GroupDiff diff, boolean redundant) {
    var changes = diff.deferred();
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PlannedAction(
            modify(group, changes, false),
            changes.reason(),
            changes.changeClass(),
            changes.interruption().whereRedundant(redundant),
            Timing.MAINTENANCE_WINDOW,
            Optional.<Action>of(modify(group, changes, true)).filter(_ -> !group.isPending())));
  }

  /** What nobody here asked for would be hurried along with it. */
  private static List<HandedOver> handedOver(
      ReplicationGroup group, GroupDiff diff, boolean redundant) {
    return HandedOver.of(
        diff.awaited(),
        modify(group, diff.awaited(), false),
        Optional.<Action>of(modify(group, diff.awaited(), true))
            .filter(_ -> !group.pendingOthers()),
        redundant,
        group.maintenanceWindow());
  }

  private static List<PlannedAction> oneAtATime(List<PlannedAction> calls) {
    var ordered = new ArrayList<PlannedAction>();
    for (var call : calls) {
      ordered.add(ordered.isEmpty() ? call : call.afterPrevious());
    }
    return ordered;
  }

  private static List<Failure> findings(CacheFacts facts, ReplicationGroup group, GroupDiff diff) {
    var findings = new ArrayList<Failure>();
    VersionRules.refusal(facts, group).ifPresent(findings::add);
    diff.awaited().all().stream()
        .map(it -> awaited(it.difference().reason() + " is applied by AWS", group))
        .forEach(findings::add);
    return findings;
  }

  private static Failure held(String what, ReplicationGroup group) {
    return awaited(what + " after what AWS applies", group);
  }

  private static Failure awaited(String what, ReplicationGroup group) {
    return new Failure.Waiting(
        Component.CACHE,
        Reason.PENDING_MAINTENANCE,
        what + " in the maintenance window " + group.maintenanceWindow());
  }
}
