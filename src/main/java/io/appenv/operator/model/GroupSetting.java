package io.appenv.operator.model;

import java.util.List;

/** One field of a ModifyReplicationGroup call. */
public sealed interface GroupSetting {

  record NodeType(String name) implements GroupSetting {}

  record Version(String version) implements GroupSetting {}

  /** By name; AWS never holds it for later by itself. */
  record ParameterGroup(String name) implements GroupSetting {}

  /** 0 to 35 days. */
  record SnapshotRetention(int days) implements GroupSetting {}

  /** The node to take snapshots of, needed where there were none before. */
  record SnapshottingCluster(String node) implements GroupSetting {}

  /** hh:mm-hh:mm UTC, at least 60 minutes. */
  record SnapshotWindow(String window) implements GroupSetting {}

  /** ddd:hh:mm-ddd:hh:mm UTC, at least 60 minutes. */
  record MaintenanceWindow(String window) implements GroupSetting {}

  /** Automatic failover, and Multi-AZ with it. */
  record Failover(boolean on) implements GroupSetting {}

  /**
   * Lets clients use TLS, or makes them.
   *
   * @param required only after they were let
   */
  record TransitEncryption(boolean required) implements GroupSetting {}

  record MinorUpgrades(boolean on) implements GroupSetting {}

  /** All that the nodes carry, by their ids. */
  record SecurityGroups(List<String> ids) implements GroupSetting {
    public SecurityGroups {
      ids = List.copyOf(ids);
    }
  }
}
