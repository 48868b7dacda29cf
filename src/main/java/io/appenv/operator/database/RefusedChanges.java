package io.appenv.operator.database;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.EncryptionKey;
import io.appenv.operator.model.EngineVersion;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What RDS has no change for, or what would need more care than a planner can take. */
final class RefusedChanges {

  private static final String STORAGE = "storage";
  private static final String VERSION = "version";

  private RefusedChanges() {}

  /**
   * @param left fields that stay as they are found, so that nobody wants a change of them
   */
  static List<Failure> of(DesiredDatabase desired, DatabaseInstance seen, Set<String> left) {
    return Stream.of(
            shrinking(desired, seen).filter(_ -> !left.contains(STORAGE)),
            version(desired, seen).filter(_ -> !left.contains(VERSION)),
            key(desired, seen))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether RDS has no change to what is desired of this field. */
  static boolean isRefused(String field, DesiredDatabase desired, DatabaseInstance seen) {
    return switch (field) {
      case STORAGE -> shrinking(desired, seen).isPresent();
      case VERSION -> version(desired, seen).isPresent();
      default -> false;
    };
  }

  private static Optional<Failure> shrinking(DesiredDatabase desired, DatabaseInstance seen) {
    // Up to its maximum the storage may have grown by itself.
    var expected =
        Math.max(desired.storageGib(), desired.maxStorageGib().orElse(desired.storageGib()));
    if (StorageGrowth.isRounding(seen.storageGib(), expected)) {
      return Optional.empty();
    }
    return Optional.of(
        refused(
            "the database has %dGi of storage, more than the spec's %dGi, and RDS storage cannot shrink; set spec.database.storage to at least %dGi; docs/playbooks.md#specdatabasestorage"
                .formatted(seen.storageGib(), desired.storageGib(), seen.storageGib())));
  }

  private static Optional<Failure> version(DesiredDatabase desired, DatabaseInstance seen) {
    return switch (EngineVersion.compare(seen.engineVersion(), desired.version())) {
      // Of a later major version, what stands in its way is told with the upgrade.
      case SAME, MINOR_UPGRADE, MAJOR_UPGRADE -> Optional.empty();
      case DOWNGRADE ->
          Optional.of(
              refused(
                  "the database runs PostgreSQL %s and cannot go back to %s; set spec.database.version to %s or later; docs/playbooks.md#specdatabaseversion"
                      .formatted(seen.engineVersion(), desired.version(), seen.engineVersion())));
    };
  }

  private static Optional<Failure> key(DesiredDatabase desired, DatabaseInstance seen) {
    return desired.replacement().wanted() || !hasOtherKey(desired, seen)
        ? Optional.empty()
        : Optional.of(
            refused(
                "the database is encrypted with %s, which RDS cannot change; put spec.database.kmsKeyId to that, or let a copy take its place with spec.database.replacement; docs/playbooks.md#specdatabasekmskeyid"
                    .formatted(seen.origin().kmsKeyId().orElse("no key"))));
  }

  /** Whether it is encrypted with another key than the declared one; of an alias nobody knows. */
  static boolean hasOtherKey(DesiredDatabase desired, DatabaseInstance seen) {
    return desired
        .kmsKeyId()
        .filter(it -> EncryptionKey.isOther(it, seen.origin().kmsKeyId().orElse("")))
        .isPresent();
  }

  private static Failure refused(String message) {
    return new Failure.Terminal(Component.DATABASE, Reason.CHANGE_REFUSED, message);
  }
}
