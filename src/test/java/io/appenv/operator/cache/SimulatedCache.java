package io.appenv.operator.cache;

import static io.appenv.operator.cache.SimulatedGroup.refuseUnless;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.CacheParameters;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Observed.ObservedCache;
import io.appenv.operator.model.Observed.ObservedDatabase;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.SubnetGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** As much of ElastiCache as a cache plan can touch; what AWS refuses fails the test. */
final class SimulatedCache {

  @Nullable SimulatedGroup group;
  @Nullable SubnetGroup subnetGroup;
  @Nullable DataSnapshot snapshot;
  final SimulatedParameters parameters = new SimulatedParameters();

  /** Of which the environment has one for each family. */
  private CacheParameters names =
      CacheParameters.of(CacheExample.IDENTIFIER, "7.1", Optional.empty());

  final List<CacheAction> calls = new ArrayList<>();
  Optional<ReplicationGroup> elsewhere = Optional.empty();
  private Optional<String> finalSnapshot = Optional.empty();

  Observed observed() {
    return new Observed(
        ObservedDatabase.unseen(),
        new ObservedCache(
            sighting(group == null ? null : group.seen()),
            sighting(subnetGroup),
            sighting(parameters.groups.get(names.group())),
            names.otherGroups().stream()
                .flatMap(name -> Optional.ofNullable(parameters.groups.get(name)).stream())
                .toList(),
            sighting(snapshot),
            elsewhere));
  }

  /** As seen by an environment that wants this version. */
  SimulatedCache lookingFor(String version) {
    names = CacheParameters.of(CacheExample.IDENTIFIER, version, Optional.empty());
    return this;
  }

  /** What is there, without the traces of how it came to it. */
  Observed lasting() {
    if (group != null) {
      group.tokens = 0;
      group.tags.remove(Ownership.CREDENTIALS_PENDING);
      group.tags.remove(Ownership.FORMER_TOKEN);
    }
    return observed();
  }

  private static <T> Sighting<T> sighting(@Nullable T value) {
    return value == null ? Sighting.absent() : Sighting.present(value);
  }

  SimulatedGroup group() {
    if (group == null) {
      throw new AssertionError("there is no group");
    }
    return group;
  }

  void execute(Plan plan) {
    plan.actions().stream()
        .filter(PlannedAction::isCalledNow)
        .map(planned -> (CacheAction) planned.action())
        .forEach(this::execute);
  }

  private void execute(CacheAction action) {
    calls.add(action);
    switch (action) {
      case CacheAction.CreateSubnetGroup(var desired) -> {
        refuseUnless(subnetGroup == null, "the subnet group exists");
        subnetGroup = subnets(desired);
      }
      case CacheAction.ModifySubnetGroup(var desired) -> subnetGroup = subnets(desired);
      case CacheAction.CreateGroup(var desired, var _) -> {
        refuseUnless(group == null && subnetGroup != null, "exists, or has no subnets");
        group = new SimulatedGroup(desired, parameters);
      }
      case CacheAction.CreateParameterGroup create -> parameters.create(create);
      case CacheAction.SetParameters(var name, var some) -> parameters.set(name, some);
      case CacheAction.ResetParameters(var name, var some) -> parameters.reset(name, some);
      case CacheAction.DeleteParameterGroup(var name) ->
          parameters.delete(name, Optional.ofNullable(group).map(it -> it.parameterGroup));
      case CacheAction.ModifyGroup modify -> group().modify(modify);
      case CacheAction.ResetToken(var _) -> group().rotateToken();
      case CacheAction.DropFormerToken(var _) -> group().dropFormerToken();
      case CacheAction.IncreaseReplicas(var _, var replicas) -> group().replicas(replicas);
      case CacheAction.DecreaseReplicas(var _, var replicas) -> group().replicas(replicas);
      case CacheAction.DeleteGroup(var _, var copy) -> delete(copy);
      case CacheAction.DeleteSubnetGroup(var _) -> {
        refuseUnless(group == null, "the subnet group is in use");
        subnetGroup = null;
      }
      case CacheAction.AddTags(var _, var _, var tags) -> group().tag(tags);
    }
  }

  private void delete(Optional<String> copy) {
    refuseUnless(copy.isEmpty() || snapshot == null, "the snapshot exists");
    refuseUnless(
        copy.isEmpty() || group().status.equals("available"), "no copy while " + group().status);
    group().status = "deleting";
    finalSnapshot = copy;
  }

  private static SubnetGroup subnets(DesiredCache desired) {
    var tags = new HashMap<>(desired.tags());
    tags.remove(Ownership.CREDENTIALS);
    return new SubnetGroup(desired.subnetGroup(), "arn:subgrp", "vpc-1", desired.subnetIds(), tags);
  }

  /** Lets AWS finish what it is at. */
  void settle() {
    if (group == null) {
      return;
    }
    if (group.status.equals("deleting")) {
      var identifier = group.seen().identifier();
      snapshot =
          finalSnapshot
              .map(name -> new DataSnapshot(name, "arn:snapshot", "available", identifier))
              .orElse(snapshot);
      group = null;
    } else {
      group.status = "available";
    }
  }

  void maintenanceWindow() {
    if (group != null) {
      group.applyPending();
    }
  }
}
