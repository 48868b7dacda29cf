package io.appenv.operator.model;

import java.util.List;
import java.util.Optional;

/** One field of a ModifyDBInstance call. */
public sealed interface InstanceSetting {

  record InstanceClass(String name) implements InstanceSetting {}

  /** Allocated storage in GiB. */
  record Storage(int gib) implements InstanceSetting {}

  /** Up to where RDS grows the storage by itself, in GiB. */
  record MaxStorage(int gib) implements InstanceSetting {}

  record StorageType(String name) implements InstanceSetting {}

  record Iops(int perSecond) implements InstanceSetting {}

  record Version(String version) implements InstanceSetting {}

  record MultiAz(boolean on) implements InstanceSetting {}

  /** Days of point-in-time recovery, 0 to 35. */
  record BackupRetention(int days) implements InstanceSetting {}

  /** hh:mm-hh:mm UTC. */
  record BackupWindow(String window) implements InstanceSetting {}

  /** ddd:hh:mm-ddd:hh:mm UTC. */
  record MaintenanceWindow(String window) implements InstanceSetting {}

  record DeletionProtection(boolean on) implements InstanceSetting {}

  /** Its authority, by the name RDS gives it. */
  record CaCertificate(String name) implements InstanceSetting {}

  /** Days for which they are kept; empty to switch them off. */
  record PerformanceInsights(Optional<Integer> days) implements InstanceSetting {}

  record Parameters(String group) implements InstanceSetting {}

  record Switches(InstanceSwitches wanted) implements InstanceSetting {}

  /**
   * All that the instance carries, by their ids. RDS applies it at once whatever ApplyImmediately
   * says, and without an interruption.
   */
  record SecurityGroups(List<String> ids) implements InstanceSetting {
    public SecurityGroups {
      ids = List.copyOf(ids);
    }
  }

  /** Whether RDS refuses it while the storage is being rearranged. */
  default boolean isOfStorage() {
    return switch (this) {
      case Storage _, MaxStorage _, StorageType _, Iops _ -> true;
      case InstanceClass _,
          Version _,
          MultiAz _,
          BackupRetention _,
          BackupWindow _,
          MaintenanceWindow _,
          DeletionProtection _,
          CaCertificate _,
          PerformanceInsights _,
          Parameters _,
          Switches _,
          SecurityGroups _ ->
          false;
    };
  }
}
