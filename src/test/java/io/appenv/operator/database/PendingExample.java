package io.appenv.operator.database;

import io.appenv.operator.model.DatabaseInstance.Pending;
import java.util.Optional;

/** What AWS has accepted of an instance and not applied yet. */
public final class PendingExample {

  private PendingExample() {}

  /** Another class, and nothing else. */
  public static Pending instanceClass(String name) {
    return pending(Optional.of(name), false);
  }

  /** Something that the operator knows nothing of. */
  public static Pending unknown() {
    return pending(Optional.empty(), true);
  }

  private static Pending pending(Optional<String> instanceClass, boolean others) {
    var none = Pending.none();
    return new Pending(
        instanceClass,
        none.storageGib(),
        none.storageType(),
        none.iops(),
        none.engineVersion(),
        none.multiAz(),
        none.backupRetentionDays(),
        none.caCertificate(),
        others);
  }
}
