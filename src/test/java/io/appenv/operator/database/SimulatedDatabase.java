package io.appenv.operator.database;

import static io.appenv.operator.database.SimulatedInstance.refuseUnless;
import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.EngineParameter;
import io.appenv.operator.model.EngineVersion;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Observed.ObservedCache;
import io.appenv.operator.model.Observed.ObservedDatabase;
import io.appenv.operator.model.ObservedReplacement;
import io.appenv.operator.model.ObservedUpgrade;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.ParameterSetting;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.SubnetGroup;
import io.appenv.operator.model.UpgradeSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** As much of RDS as a database plan can touch; what AWS refuses fails the test. */
final class SimulatedDatabase {

  /** What PostgreSQL 15 and later begin with, as far as it matters here. */
  static final Map<String, EngineParameter> FAMILY =
      Map.of(
          "rds.force_ssl", parameter("1", false, true),
          "work_mem", parameter("4096", false, true),
          "log_statement", parameter("none", false, true),
          "max_connections", parameter("5000", true, true),
          "shared_preload_libraries", parameter("pg_stat_statements", true, true),
          "block_size", parameter("8192", true, false));

  private static EngineParameter parameter(String value, boolean isStatic, boolean isModifiable) {
    return new EngineParameter(Optional.of(value), false, isStatic, isModifiable);
  }

  @Nullable SimulatedInstance instance;
  @Nullable SubnetGroup subnetGroup;
  @Nullable ParameterGroup parameterGroup;
  @Nullable DataSnapshot snapshot;

  /** What a copy has replaced. */
  @Nullable SimulatedInstance former;

  /** Whether nobody has looked at the snapshots of replacements. */
  boolean snapshotsUnseen;

  /** Snapshots of replacements, and the keys of the copies among them. */
  final List<DataSnapshot> replacementCopies = new ArrayList<>();

  private final Map<String, String> keys = new HashMap<>();

  /** Parameter groups of other families than that of the instance. */
  final List<ParameterGroup> otherGroups = new ArrayList<>();

  /** Snapshots taken before upgrades; those named here are of an earlier day. */
  final List<DataSnapshot> copies = new ArrayList<>();

  final Set<String> oldCopies = new HashSet<>();

  /** Classes that no later version runs on; and whether that was asked yet. */
  final Set<String> unsuited = new HashSet<>();

  boolean unasked;
  List<String> minors = List.of(".5", ".6");
  final List<DatabaseAction> calls = new ArrayList<>();
  Optional<DatabaseInstance> elsewhere = Optional.empty();
  private Optional<String> finalSnapshot = Optional.empty();

  Observed observed() {
    return observed(parameterGroup, otherGroups, ObservedUpgrade.unseen());
  }

  /** What is seen by the names that the environment has as it is declared now. */
  Observed observed(Desired desired) {
    var wanted = DatabaseExample.database(desired);
    var groups = Stream.concat(Stream.ofNullable(parameterGroup), otherGroups.stream()).toList();
    return observed(
        groups.stream()
            .filter(it -> it.name().equals(wanted.parameterGroup()))
            .findFirst()
            .orElse(null),
        groups.stream().filter(it -> wanted.otherParameterGroups().contains(it.name())).toList(),
        upgrade(wanted));
  }

  private Observed observed(
      @Nullable ParameterGroup named, List<ParameterGroup> others, ObservedUpgrade upgrade) {
    return new Observed(
        new ObservedDatabase(
            sighting(instance == null ? null : instance.seen()),
            sighting(subnetGroup),
            sighting(named),
            others,
            sighting(snapshot),
            upgrade,
            new ObservedReplacement(
                sighting(former == null ? null : former.seen()),
                snapshotsUnseen
                    ? Sighting.unseen()
                    : Sighting.present(List.copyOf(replacementCopies))),
            elsewhere),
        ObservedCache.unseen());
  }

  private ObservedUpgrade upgrade(DesiredDatabase desired) {
    return instance == null || !desired.isMajorUpgradeOf(instance.engineVersion)
        ? ObservedUpgrade.unseen()
        : new ObservedUpgrade(
            Sighting.present(targets()),
            Sighting.present(FAMILY),
            classes(desired),
            Sighting.present(copies(desired)));
  }

  /** Those that are asked for. */
  private Map<String, Boolean> classes(DesiredDatabase desired) {
    return Stream.of(instance().instanceClass, desired.instanceClass())
        .distinct()
        .filter(it -> !unasked)
        .collect(Collectors.toMap(it -> it, it -> !unsuited.contains(it)));
  }

  private List<String> targets() {
    var runs = Integer.parseInt(instance().engineVersion.substring(0, 2));
    return EngineVersion.POSTGRESQL_MAJORS.stream()
        .filter(major -> major > runs)
        .flatMap(major -> minors.stream().map(minor -> major + minor))
        .toList();
  }

  private List<UpgradeSnapshot> copies(DesiredDatabase desired) {
    var found = new ArrayList<UpgradeSnapshot>();
    for (var copy : copies) {
      var name = UpgradeSnapshot.name(desired.upgradeSnapshot(), found.size() + 1);
      if (copy.name().equals(name)) {
        found.add(new UpgradeSnapshot(found.size() + 1, copy, !oldCopies.contains(name)));
      }
    }
    return found;
  }

  private static <T> Sighting<T> sighting(@Nullable T value) {
    return value == null ? Sighting.absent() : Sighting.present(value);
  }

  SimulatedInstance instance() {
    if (instance == null) {
      throw new AssertionError("there is no instance");
    }
    return instance;
  }

  void execute(Plan plan) {
    plan.actions().stream()
        .filter(PlannedAction::isCalledNow)
        .map(planned -> (DatabaseAction) planned.action())
        .forEach(this::execute);
  }

  private void execute(DatabaseAction action) {
    calls.add(action);
    switch (action) {
      case DatabaseAction.CreateSubnetGroup(var desired) -> {
        refuseUnless(subnetGroup == null, "the subnet group exists");
        subnetGroup = group(desired);
      }
      case DatabaseAction.ModifySubnetGroup(var desired) -> subnetGroup = group(desired);
      case DatabaseAction.CreateParameterGroup(var desired) -> {
        refuseUnless(find(desired.parameterGroup()).isEmpty(), "the parameter group exists");
        keep(parameters(desired, FAMILY));
      }
      case DatabaseAction.SetParameters(var group, var settings) -> change(group, settings);
      case DatabaseAction.ResetParameters(var group, var settings) -> change(group, settings);
      case DatabaseAction.TakeSnapshot(var identifier, var name, var tags, var _)
          when isFormer(identifier) -> {
        refuseUnless(former().status.equals("available"), "is " + former().status);
        refuseUnless(isFree(name), "the name is used");
        replacementCopies.add(copy(name, "creating", identifier, tags));
        former().status = "backing-up";
      }
      case DatabaseAction.TakeSnapshot(var identifier, var name, var tags, var _) -> {
        refuseUnless(instance().status.equals("available"), "is " + instance().status);
        refuseUnless(copies.stream().noneMatch(it -> it.name().equals(name)), "the name is used");
        copies.add(copy(name, "creating", identifier, tags));
        instance().status = "backing-up";
      }
      case DatabaseAction.UpgradeInstance upgrade -> upgrade(upgrade);
      case DatabaseAction.RebootInstance(var _, var _) -> instance().reboot();
      case DatabaseAction.CreateInstance(var desired, var _) -> {
        refuseUnless(instance == null, "the instance exists");
        refuseUnless(subnetGroup != null && parameterGroup != null, "a group is missing");
        instance = new SimulatedInstance(desired);
      }
      case DatabaseAction.ModifyInstance(var identifier, var change, var immediately, var _) ->
          named(identifier).modify(change, immediately);
      case DatabaseAction.RenameInstance(var identifier, var other) -> rename(identifier, other);
      case DatabaseAction.CopySnapshot copy -> copySnapshot(copy);
      case DatabaseAction.RestoreInstance restore -> restore(restore);
      case DatabaseAction.ResetPassword(var _) -> {
        refuseUnless(instance().status.equals("available"), "is " + instance().status);
        instance().status = "resetting-master-credentials";
      }
      case DatabaseAction.DeleteInstance(var identifier, var copy) when isFormer(identifier) ->
          deleteFormer(copy);
      case DatabaseAction.DeleteInstance(var _, var copy) -> delete(copy);
      case DatabaseAction.DeleteParameterGroup(var name) -> {
        refuseUnless(
            instance == null || !instance.parameterGroup.equals(name),
            "the parameter group is in use");
        remove(name);
      }
      case DatabaseAction.DeleteSubnetGroup(var _) -> {
        refuseUnless(instance == null, "the subnet group is in use");
        subnetGroup = null;
      }
      case DatabaseAction.AddTags(var target, var _, var tags, var _) -> {
        refuseUnless(
            target.kind() == ResourceKind.DATABASE_INSTANCE, "only instances lose tags here");
        named(target.name()).tags.putAll(tags);
      }
    }
  }

  SimulatedInstance former() {
    if (former == null) {
      throw new AssertionError("there is no former instance");
    }
    return former;
  }

  private boolean isFormer(String identifier) {
    return former != null && former.identifier().equals(identifier);
  }

  private SimulatedInstance named(String identifier) {
    return isFormer(identifier) ? former() : instance();
  }

  private boolean isFree(String snapshot) {
    return replacementCopies.stream().noneMatch(it -> it.name().equals(snapshot));
  }

  private void rename(String identifier, String other) {
    if (isFormer(identifier)) {
      refuseUnless(instance == null, "the name is in use");
      former().rename(other);
      instance = former;
      former = null;
    } else {
      refuseUnless(former == null, "the name is in use");
      instance().rename(other);
      former = instance;
      instance = null;
    }
  }

  private void copySnapshot(DatabaseAction.CopySnapshot copy) {
    refuseUnless(isFree(copy.copy()), "the name is used");
    refuseUnless(
        replacementCopies.stream()
            .anyMatch(it -> it.name().equals(copy.snapshot()) && it.status().equals("available")),
        "there is no such snapshot");
    replacementCopies.add(copy(copy.copy(), "creating", former().identifier(), copy.tags()));
    keys.put(copy.copy(), SimulatedInstance.arn(copy.kmsKeyId()));
  }

  private void restore(DatabaseAction.RestoreInstance restore) {
    refuseUnless(instance == null, "the instance exists");
    refuseUnless(
        replacementCopies.stream()
            .anyMatch(
                it -> it.name().equals(restore.snapshot()) && it.status().equals("available")),
        "there is no such snapshot");
    instance = new SimulatedInstance(restore, Objects.requireNonNull(keys.get(restore.snapshot())));
  }

  private void deleteFormer(Optional<String> copy) {
    refuseUnless(!former().deletionProtection, "deletion protection is on");
    copy.ifPresent(
        name ->
            replacementCopies.add(copy(name, "available", former().identifier(), former().tags)));
    former = null;
  }

  private void delete(Optional<String> copy) {
    refuseUnless(!instance().deletionProtection, "deletion protection is on");
    refuseUnless(copy.isEmpty() || snapshot == null, "the snapshot exists");
    refuseUnless(
        copy.isEmpty() || Set.of("available", "storage-optimization").contains(instance().status),
        "no copy possible");
    instance().status = "deleting";
    finalSnapshot = copy;
  }

  /** By the rules of ModifyDBInstance, and only after a snapshot. */
  private void upgrade(DatabaseAction.UpgradeInstance upgrade) {
    refuseUnless(targets().contains(upgrade.version()), "no way to " + upgrade.version());
    var group = find(upgrade.parameterGroup()).orElseThrow();
    refuseUnless(
        group.family().equals(DesiredDatabase.family(upgrade.version())), "of another family");
    assertThat(copies).anyMatch(it -> it.status().equals("available"));
    instance().upgrade(upgrade);
    if (!instance().refusesUpgrades) {
      remove(group.name());
      var former = parameterGroup;
      parameterGroup = null;
      keep(group);
      Optional.ofNullable(former).ifPresent(otherGroups::add);
    }
  }

  static DataSnapshot copy(String name, String status, String source, Map<String, String> tags) {
    return new DataSnapshot(name, "arn:" + name, status, source, Optional.empty(), tags);
  }

  private Optional<ParameterGroup> find(String name) {
    return Stream.concat(Stream.ofNullable(parameterGroup), otherGroups.stream())
        .filter(it -> it.name().equals(name))
        .findFirst();
  }

  /** That of the instance's family is the first one there is. */
  private void keep(ParameterGroup group) {
    if (parameterGroup == null || parameterGroup.name().equals(group.name())) {
      parameterGroup = group;
    } else {
      otherGroups.removeIf(it -> it.name().equals(group.name()));
      otherGroups.add(group);
    }
  }

  private void remove(String name) {
    otherGroups.removeIf(it -> it.name().equals(name));
    if (parameterGroup != null && parameterGroup.name().equals(name)) {
      parameterGroup = null;
    }
  }

  private void change(String name, List<ParameterSetting> settings) {
    var group = find(name).orElseThrow(() -> new AssertionError("there is no parameter group"));
    refuseUnless(settings.size() <= 20, "more than 20 parameters in a call");
    var all = new HashMap<>(group.parameters());
    settings.forEach(setting -> change(name, setting, all));
    keep(new ParameterGroup(group.name(), group.arn(), group.family(), all, group.tags()));
  }

  /** What is set to the default of the family counts as not set. */
  private void change(String group, ParameterSetting setting, Map<String, EngineParameter> all) {
    var family = FAMILY.get(setting.name());
    if (family == null || !family.isModifiable()) {
      throw new AssertionError("AWS would refuse " + setting.name());
    }
    refuseUnless(setting.isStatic() || !family.isStatic(), "a static parameter at once");
    var value = setting.value().filter(it -> !family.value().equals(Optional.of(it)));
    all.put(setting.name(), value.map(family::with).orElse(family));
    if (instance != null && instance.parameterGroup.equals(group) && setting.isStatic()) {
      instance.awaitsRestart = true;
    }
  }

  private static SubnetGroup group(DesiredDatabase desired) {
    return new SubnetGroup(
        desired.subnetGroup(), "arn:subgrp", "vpc-1", desired.subnetIds(), ownership(desired));
  }

  private static ParameterGroup parameters(
      DesiredDatabase desired, Map<String, EngineParameter> values) {
    return new ParameterGroup(
        desired.parameterGroup(), "arn:pg", desired.parameterFamily(), values, ownership(desired));
  }

  /** Which Secret was used matters to the instance only. */
  private static Map<String, String> ownership(DesiredDatabase desired) {
    var tags = new HashMap<>(desired.tags());
    tags.remove(Ownership.CREDENTIALS);
    return tags;
  }

  /** Lets AWS finish what it is at. */
  void settle() {
    copies.replaceAll(it -> copy(it.name(), "available", it.source(), it.tags()));
    replacementCopies.replaceAll(it -> copy(it.name(), "available", it.source(), it.tags()));
    if (former != null) {
      former.status = "available";
    }
    if (instance == null) {
      return;
    }
    if (instance.status.equals("deleting")) {
      var identifier = instance.seen().identifier();
      snapshot =
          finalSnapshot
              .map(name -> new DataSnapshot(name, "arn:snapshot", "available", identifier))
              .orElse(snapshot);
      instance = null;
    } else {
      instance.status = "available";
    }
  }

  void maintenanceWindow() {
    if (instance != null) {
      instance.applyPending();
    }
  }
}
