package io.appenv.operator.database;

import io.appenv.operator.database.InstanceState.Failed;
import java.util.Optional;

/** The failure states of RDS, each with what the RDS User Guide says to do. */
final class FailedWords {

  private static final String RESTORE =
      "restore the latest automated backup or snapshot under another name, as AWS cannot recover"
          + " this instance";

  private FailedWords() {}

  static Optional<Failed> find(String word) {
    return switch (word) {
      // A final snapshot is refused in these three (DeleteDBInstance, SkipFinalSnapshot).
      case "failed" -> lost(word, RESTORE);
      case "incompatible-restore" -> lost(word, RESTORE);
      case "incompatible-network" ->
          lost(word, "free IP addresses in the subnets of the subnet group, and start it again");
      case "restore-error", "incompatible-create" -> kept(word, RESTORE);
      case "incompatible-option-group" ->
          kept(word, "correct the option group, or change the instance back to the former one");
      case "incompatible-parameters" ->
          kept(word, "reset the parameters the engine cannot start with, and reboot the instance");
      case "inaccessible-encryption-credentials" ->
          kept(word, "give RDS access to the KMS key again, and restore a backup");
      case "inaccessible-encryption-credentials-recoverable" ->
          kept(word, "enable the KMS key again and start the instance within seven days");
      case "insufficient-capacity" ->
          kept(word, "choose another instanceClass or other subnets, or try again later");
      default -> Optional.empty();
    };
  }

  private static Optional<Failed> kept(String word, String remedy) {
    return Optional.of(new Failed(word, remedy, true));
  }

  private static Optional<Failed> lost(String word, String remedy) {
    return Optional.of(new Failed(word, remedy, false));
  }
}
