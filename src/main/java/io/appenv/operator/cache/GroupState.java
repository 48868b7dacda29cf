package io.appenv.operator.cache;

import io.appenv.operator.model.Reason;

/** What the status word of a replication group means, by the ElastiCache API reference. */
sealed interface GroupState {

  /** In service, and open to changes. */
  record Available() implements GroupState {}

  /** In service, but AWS takes no change right now. */
  record Occupied(String word) implements GroupState {}

  /** On its way into another state by itself. */
  record Changing(String word, Reason reason) implements GroupState {}

  /** Never came to hold data; all AWS allows is to delete it. */
  record CreateFailed() implements GroupState {}

  /** Does not get out of it without the user. */
  record Failed(String word, String remedy) implements GroupState {}

  /** A word newer than this version. */
  record Unknown(String word) implements GroupState {}

  static GroupState of(String word) {
    return switch (word) {
      case "available" -> new Available();
      case "snapshotting" -> new Occupied(word);
      case "creating" -> new Changing(word, Reason.CREATING);
      case "deleting" -> new Changing(word, Reason.DELETING);
      case "modifying", "rebooting cluster nodes" -> new Changing(word, Reason.MODIFYING);
      case "create-failed" -> new CreateFailed();
      case "incompatible-network" ->
          new Failed(word, "free IP addresses in the subnets of the subnet group");
      case "restore-failed" ->
          new Failed(word, "delete it and restore another snapshot under this identifier");
      default -> new Unknown(word);
    };
  }
}
