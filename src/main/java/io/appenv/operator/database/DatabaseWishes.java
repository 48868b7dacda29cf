package io.appenv.operator.database;

import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.InstanceSwitches;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.model.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What is wished of every setting of a database but its parameters; empty of what may be as it is.
 */
final class DatabaseWishes {

  static final String PARAMETER_GROUP = "parameterGroup";
  static final String SWITCHES = "settings";

  private DatabaseWishes() {}

  static List<Wish> of(DesiredDatabase desired, DatabaseInstance seen) {
    var wishes = new ArrayList<>(capacity(desired, seen));
    wishes.addAll(protection(desired, seen));
    wishes.add(Wish.of(SpecField.DATABASE_VERSION.shortName(), desired.version()));
    wishes.add(
        Wish.of(SpecField.DATABASE_MAINTENANCE_WINDOW.shortName(), desired.maintenanceWindow()));
    wishes.add(insights(desired, seen));
    wishes.add(
        Wish.of(SpecField.DATABASE_CA_CERTIFICATE.shortName(), desired.caCertificate().orElse("")));
    if (!InstanceDiff.isAnotherVersion(seen, desired)) {
      wishes.add(Wish.of(SWITCHES, words(InstanceSwitches.of(desired.version()))));
      wishes.add(Wish.of(PARAMETER_GROUP, desired.parameterGroup()));
    }
    return wishes;
  }

  private static List<Wish> capacity(DesiredDatabase desired, DatabaseInstance seen) {
    var wishes = new ArrayList<Wish>();
    wishes.add(Wish.of(SpecField.DATABASE_INSTANCE_CLASS.shortName(), desired.instanceClass()));
    wishes.add(Wish.of(SpecField.DATABASE_STORAGE.shortName(), desired.storageGib()));
    wishes.add(
        Wish.of(
            SpecField.DATABASE_MAX_STORAGE.shortName(),
            desired.maxStorageGib().map(String::valueOf).orElse("none")));
    wishes.add(Wish.of(SpecField.DATABASE_STORAGE_TYPE.shortName(), volume(desired)));
    wishes.add(Wish.of(SpecField.DATABASE_IOPS.shortName(), volume(desired)));
    wishes.add(
        Wish.of(SpecField.DATABASE_MULTI_AZ.shortName(), desired.multiAz())
            .losing(
                "the standby that takes over when a zone fails",
                seen.pending().multiAz().orElse(seen.multiAz()) && !desired.multiAz()));
    return wishes;
  }

  /** One wish: AWS takes IOPS for some kinds of storage only. */
  private static String volume(DesiredDatabase desired) {
    return desired.storageType() + desired.iops().map(" with %d IOPS"::formatted).orElse("");
  }

  private static List<Wish> protection(DesiredDatabase desired, DatabaseInstance seen) {
    var days = desired.backupRetentionDays();
    return List.of(
        Wish.of(SpecField.DATABASE_POINT_IN_TIME.shortName(), days)
            .losing(
                "automated backups older than %d days".formatted(days),
                InstanceDiff.presentRetention(seen) > days),
        Wish.of(SpecField.DATABASE_BACKUP_WINDOW.shortName(), desired.backupWindow()),
        Wish.of(SpecField.DATABASE_DELETION_PROTECTION.shortName(), desired.deletionProtection())
            .losing(
                "the protection against deletion",
                seen.deletionProtection() && !desired.deletionProtection()));
  }

  private static Wish insights(DesiredDatabase desired, DatabaseInstance seen) {
    int days = desired.performanceInsightsDays().orElse(0);
    return Wish.of(SpecField.DATABASE_PERFORMANCE_INSIGHTS.shortName(), days)
        .losing(
            days == 0
                ? "the performance insights that were recorded"
                : "performance insights older than %d days".formatted(days),
            seen.performanceInsightsDays().orElse(0) > days);
  }

  static String parameters(DesiredDatabase desired) {
    return new TreeMap<>(desired.parameters()) + (desired.keepsOtherParameters() ? "" : " only");
  }

  static String words(InstanceSwitches switches) {
    return "publiclyAccessible %s, copyTagsToSnapshot %s, autoMinorVersionUpgrade %s"
        .formatted(
            switches.publiclyAccessible(),
            switches.copyTagsToSnapshot(),
            switches.autoMinorVersionUpgrade());
  }
}
