package io.appenv.operator.database;

import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.DatabaseInstance.Pending;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.InstanceChange;
import io.appenv.operator.model.InstanceSwitches;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** An RDS instance that accepts, defers and refuses changes by the rules of ModifyDBInstance. */
final class SimulatedInstance {

  private static final Set<String> OPEN =
      Set.of("available", "storage-full", "storage-optimization");

  String status = "creating";
  String engineVersion;
  String instanceClass;
  int storageGib;
  Optional<Integer> maxStorageGib;
  String storageType;
  int iops;
  boolean multiAz;
  int backupRetentionDays;
  String backupWindow;
  String maintenanceWindow;
  boolean deletionProtection;
  String parameterGroup;
  String subnetGroup;
  InstanceSwitches switches;
  Pending pending = Pending.none();
  Map<String, String> tags;
  private final String identifier;

  SimulatedInstance(DesiredDatabase desired) {
    identifier = desired.identifier();
    engineVersion = chosenBy(desired.version());
    instanceClass = desired.instanceClass();
    storageGib = desired.storageGib();
    maxStorageGib = desired.maxStorageGib();
    storageType = desired.storageType();
    iops = storageGib < 400 ? 3_000 : 12_000;
    multiAz = desired.multiAz();
    backupRetentionDays = desired.backupRetentionDays();
    backupWindow = desired.backupWindow();
    maintenanceWindow = desired.maintenanceWindow();
    deletionProtection = desired.deletionProtection();
    parameterGroup = desired.parameterGroup();
    subnetGroup = desired.subnetGroup();
    switches = InstanceSwitches.of(desired.version());
    tags = new HashMap<>(desired.tags());
  }

  /** AWS completes a major version with its default minor one. */
  private static String chosenBy(String version) {
    return version.contains(".") ? version : version + ".6";
  }

  DatabaseInstance seen() {
    return new DatabaseInstance(
        identifier,
        "arn:aws:rds:ap-northeast-1:123456789012:db:" + identifier,
        status,
        engineVersion,
        instanceClass,
        storageGib,
        maxStorageGib.filter(most -> most > storageGib),
        storageType,
        iops,
        multiAz,
        backupRetentionDays,
        backupWindow,
        maintenanceWindow,
        deletionProtection,
        parameterGroup,
        subnetGroup,
        switches,
        Optional.empty(),
        pending,
        tags);
  }

  void modify(InstanceChange change, boolean immediately) {
    refuseUnless(OPEN.contains(status), "is " + status);
    refuseUnless(
        change
            .storageGib()
            .map(value -> value == storageGib || value * 10 >= storageGib * 11)
            .orElse(true),
        "storage grows by less than a tenth");
    refuseUnless(namesIopsAsDemanded(change), "size and IOPS of striped gp3 belong together");
    refuseUnless(
        (change.storageGib().isEmpty() && change.storageType().isEmpty())
            || !status.equals("storage-optimization"),
        "storage is being rearranged");
    refuseUnless(
        immediately || change.backupRetentionDays().isEmpty() || backupRetentionDays > 0,
        "switching backups on would be deferred");
    change.backupRetentionDays().ifPresent(value -> backupRetentionDays = value);
    change
        .maxStorageGib()
        .ifPresent(
            value -> {
              refuseUnless(
                  value >= change.storageGib().orElse(storageGib),
                  "the most is less than there is");
              maxStorageGib = Optional.of(value);
            });
    change.iops().ifPresent(value -> iops = value);
    change.backupWindow().ifPresent(value -> backupWindow = value);
    change.maintenanceWindow().ifPresent(value -> maintenanceWindow = value);
    change.deletionProtection().ifPresent(value -> deletionProtection = value);
    change.parameterGroup().ifPresent(value -> parameterGroup = value);
    change.switches().ifPresent(value -> switches = value);
    pending =
        new Pending(
            accept(change.instanceClass(), pending.instanceClass(), instanceClass),
            accept(change.storageGib(), pending.storageGib(), storageGib),
            accept(change.storageType(), pending.storageType(), storageType),
            accept(
                change.engineVersion().map(SimulatedInstance::chosenBy),
                pending.engineVersion(),
                engineVersion),
            accept(change.multiAz(), pending.multiAz(), multiAz),
            Optional.empty(),
            pending.others());
    if (immediately) {
      applyPending();
    }
    status = "modifying";
  }

  /** From 400 GiB on gp3 is striped: a change names size and IOPS; below, IOPS are refused. */
  private boolean namesIopsAsDemanded(InstanceChange change) {
    if (change.storageGib().isEmpty() && change.storageType().isEmpty()) {
      return change.iops().isEmpty();
    }
    var size = change.storageGib().or(pending::storageGib).orElse(storageGib);
    var type = change.storageType().or(pending::storageType).orElse(storageType);
    return type.equals("gp3") && size >= 400
        ? change.storageGib().isPresent() && change.iops().filter(it -> it >= 12_000).isPresent()
        : change.iops().isEmpty();
  }

  /** A value equal to the present one takes the pending one back. */
  private static <T> Optional<T> accept(Optional<T> sent, Optional<T> pending, T current) {
    return sent.isEmpty() ? pending : sent.filter(value -> !Objects.equals(value, current));
  }

  void applyPending() {
    refuseUnless(!pending.others(), "something unknown would be applied with it");
    pending.instanceClass().ifPresent(value -> instanceClass = value);
    pending.storageGib().ifPresent(value -> storageGib = value);
    pending.storageType().ifPresent(value -> storageType = value);
    pending.engineVersion().ifPresent(value -> engineVersion = value);
    pending.multiAz().ifPresent(value -> multiAz = value);
    pending = Pending.none();
  }

  static void refuseUnless(boolean accepted, String why) {
    if (!accepted) {
      throw new AssertionError("AWS would refuse: " + why);
    }
  }
}
