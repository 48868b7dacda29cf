package io.appenv.operator.model;

import java.util.Optional;

/** The fields one ModifyDBInstance call changes; empty fields stay as they are. */
public record InstanceChange(
    Optional<String> instanceClass,
    Optional<Integer> storageGib,
    Optional<Integer> maxStorageGib,
    Optional<String> storageType,
    Optional<Integer> iops,
    Optional<String> engineVersion,
    Optional<Boolean> multiAz,
    Optional<Integer> backupRetentionDays,
    Optional<String> backupWindow,
    Optional<String> maintenanceWindow,
    Optional<Boolean> deletionProtection,
    Optional<String> parameterGroup,
    Optional<InstanceSwitches> switches) {

  public static InstanceChange none() {
    return new InstanceChange(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static InstanceChange storage(int gib, Optional<Integer> iops) {
    return new InstanceChange(
        Optional.empty(),
        Optional.of(gib),
        Optional.empty(),
        Optional.empty(),
        iops,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static InstanceChange unprotect() {
    return new InstanceChange(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(false),
        Optional.empty(),
        Optional.empty());
  }

  public boolean isEmpty() {
    return equals(none());
  }
}
