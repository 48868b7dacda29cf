package io.appenv.operator.cache;

import io.appenv.operator.model.Desired;

/** Somebody who changes a cache by hand, whatever the operator thinks of it. */
final class Outsider {

  private Outsider() {}

  /** Every setting becomes that of another cache; whose it is stays. */
  static void makes(SimulatedCache aws, Desired other) {
    var wanted = new SimulatedGroup(CacheExample.cache(other), aws.parameters);
    var group = aws.group();
    group.nodeType = wanted.nodeType;
    group.nodes = wanted.nodes;
    group.automaticFailover = wanted.automaticFailover;
    group.multiAz = wanted.multiAz;
    group.autoMinorVersionUpgrade = wanted.autoMinorVersionUpgrade;
    group.snapshotRetentionDays = wanted.snapshotRetentionDays;
    group.snapshotWindow = wanted.snapshotWindow;
    group.maintenanceWindow = wanted.maintenanceWindow;
  }
}
