package io.appenv.operator.database;

import io.appenv.operator.model.Adoption;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Consent;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.model.SpecPatch;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a spec would have to read to leave an instance that is taken over as it is. */
public final class DatabaseAdoption {

  private static final Pattern MAJOR = Pattern.compile("^([0-9]+)");
  private static final Pattern MINOR = Pattern.compile("^([0-9]+[.][0-9]+)");

  private DatabaseAdoption() {}

  /** Empty where no database waits to be taken over. */
  public static Optional<Adoption> of(Desired desired, Observed observed) {
    return desired
        .database()
        .filter(_ -> desired.backend().isOnAws())
        .filter(database -> !database.custody().released())
        .flatMap(
            database ->
                observed
                    .database()
                    .instance()
                    .found()
                    .filter(it -> database.custody().takesOver(desired.environment(), it.tags()))
                    .filter(it -> Consent.isGiven(desired.environment(), it.tags()))
                    .map(it -> adoption(database, it)));
  }

  private static Adoption adoption(DesiredDatabase desired, DatabaseInstance seen) {
    return new Adoption(Component.DATABASE, seen.identifier(), patch(desired, seen));
  }

  /** What AWS holds for its maintenance window counts as if it were so already. */
  static SpecPatch patch(DesiredDatabase desired, DatabaseInstance seen) {
    var pending = seen.pending();
    return new SpecPatch.Builder()
        .put(SpecField.DATABASE_VERSION, version(seen), desired.version())
        .put(
            SpecField.DATABASE_INSTANCE_CLASS,
            pending.instanceClass().orElse(seen.instanceClass()),
            desired.instanceClass())
        .put(
            SpecField.DATABASE_STORAGE,
            gibibytes(pending.storageGib().orElse(seen.storageGib())),
            gibibytes(desired.storageGib()))
        .putOptional(
            SpecField.DATABASE_MAX_STORAGE,
            maxStorage(seen),
            desired.maxStorageGib().map(DatabaseAdoption::gibibytes))
        .put(
            SpecField.DATABASE_STORAGE_TYPE,
            pending.storageType().orElse(seen.storageType()),
            desired.storageType())
        .putOptional(SpecField.DATABASE_IOPS, iops(desired, seen), desired.iops())
        .put(
            SpecField.DATABASE_MULTI_AZ,
            pending.multiAz().orElse(seen.multiAz()),
            desired.multiAz())
        .put(
            SpecField.DATABASE_POINT_IN_TIME,
            days(pending.backupRetentionDays().orElse(seen.backupRetentionDays())),
            days(desired.backupRetentionDays()))
        .put(SpecField.DATABASE_BACKUP_WINDOW, seen.backupWindow(), desired.backupWindow())
        .put(
            SpecField.DATABASE_MAINTENANCE_WINDOW,
            seen.maintenanceWindow(),
            desired.maintenanceWindow())
        .put(
            SpecField.DATABASE_DELETION_PROTECTION,
            seen.deletionProtection(),
            desired.deletionProtection())
        .putOptional(
            SpecField.DATABASE_CA_CERTIFICATE,
            desired.caCertificate().map(_ -> pending.caCertificate().orElse(seen.caCertificate())),
            desired.caCertificate())
        .putOptional(SpecField.DATABASE_KMS_KEY_ID, key(desired, seen), desired.kmsKeyId())
        .putOptional(
            SpecField.DATABASE_PERFORMANCE_INSIGHTS,
            seen.performanceInsightsDays().map(DatabaseAdoption::days),
            desired.performanceInsightsDays().map(DatabaseAdoption::days))
        .build();
  }

  /** An alias may be of the same key. A spec that wants another one by a copy keeps its wish. */
  private static Optional<String> key(DesiredDatabase desired, DatabaseInstance seen) {
    return desired.replacement().wanted() || !RefusedChanges.hasOtherKey(desired, seen)
        ? desired.kmsKeyId()
        : seen.origin().kmsKeyId();
  }

  /** A minor version in the spec is what keeps AWS from raising it. */
  private static String version(DatabaseInstance seen) {
    var runs = seen.pending().engineVersion().orElse(seen.engineVersion());
    var form = seen.switches().autoMinorVersionUpgrade() ? MAJOR : MINOR;
    return Optional.of(form.matcher(runs))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .orElse(runs);
  }

  /** Of gp3 they may be left out, and below 400 GiB have to be. */
  private static Optional<Integer> iops(DesiredDatabase desired, DatabaseInstance seen) {
    var pending = seen.pending();
    var type = pending.storageType().orElse(seen.storageType());
    var size = pending.storageGib().orElse(seen.storageGib());
    var needed = !type.equals("gp3") || desired.iops().isPresent();
    return needed && StorageBaseline.takesIops(type, size)
        ? Optional.of(pending.iops().orElse(seen.iops()))
        : Optional.empty();
  }

  /** A limit too near to be set cannot be declared; leaving it out ends the growth. */
  private static Optional<String> maxStorage(DatabaseInstance seen) {
    var size = seen.pending().storageGib().orElse(seen.storageGib());
    return seen.maxStorageGib()
        .filter(most -> most * 10 >= size * 11)
        .map(DatabaseAdoption::gibibytes);
  }

  private static String gibibytes(int size) {
    return size + "Gi";
  }

  private static String days(int count) {
    return count + "d";
  }
}
