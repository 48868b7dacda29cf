package io.appenv.operator.database;

import io.appenv.operator.model.Reason;

/** What the status word of an RDS instance means, by the table of the RDS User Guide. */
sealed interface InstanceState {

  /** In service, and open to changes. */
  record Available() implements InstanceState {}

  /** In service, but AWS takes no change right now. */
  record Occupied(String word) implements InstanceState {}

  /** In service while its storage is rearranged, for hours perhaps: only storage has to wait. */
  record Optimizing() implements InstanceState {}

  /** On its way into another state by itself. */
  record Changing(String word, Reason reason) implements InstanceState {}

  /** Out of space; the one change AWS takes is more storage. */
  record StorageFull() implements InstanceState {}

  /** Stopped by somebody; AWS starts it again after seven days. */
  record Stopped() implements InstanceState {}

  /**
   * Does not get out of it without the user.
   *
   * @param finalSnapshotPossible DeleteDBInstance refuses a final snapshot in some of these
   */
  record Failed(String word, String remedy, boolean finalSnapshotPossible)
      implements InstanceState {}

  /** A word newer than this version. */
  record Unknown(String word) implements InstanceState {}

  static InstanceState of(String word) {
    return switch (word) {
      case "available" -> new Available();
      case "storage-optimization" -> new Optimizing();
      case "backing-up",
          "storage-initialization",
          "configuring-associated-roles",
          "configuring-enhanced-monitoring",
          "configuring-iam-database-auth",
          "configuring-log-exports" ->
          new Occupied(word);
      case "creating" -> new Changing(word, Reason.CREATING);
      case "deleting", "delete-precheck" -> new Changing(word, Reason.DELETING);
      case "modifying",
          "rebooting",
          "renaming",
          "resetting-master-credentials",
          "maintenance",
          "upgrading",
          "starting",
          "stopping",
          "converting-to-vpc",
          "moving-to-vpc",
          "storage-config-upgrade" ->
          new Changing(word, Reason.MODIFYING);
      case "storage-full" -> new StorageFull();
      case "stopped" -> new Stopped();
      default -> FailedWords.find(word).<InstanceState>map(it -> it).orElse(new Unknown(word));
    };
  }
}
