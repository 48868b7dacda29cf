package io.appenv.operator.database;

import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.DeferredValue;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.Difference;
import io.appenv.operator.model.EngineVersion;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.InstanceSwitches;
import io.appenv.operator.model.SettingChange;
import io.appenv.operator.model.SettingChanges;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.model.Timing;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where an instance differs from what is desired.
 *
 * @param changes what is to be sent
 * @param awaited what AWS has accepted and holds for the maintenance window
 */
record InstanceDiff(
    SettingChanges<InstanceSetting> changes, SettingChanges<InstanceSetting> awaited) {

  static InstanceDiff of(DatabaseInstance seen, DesiredDatabase desired) {
    return of(seen, desired, Set.of());
  }

  /**
   * @param left fields of which nothing is to be sent, as they stay as they are found
   */
  static InstanceDiff of(DatabaseInstance seen, DesiredDatabase desired, Set<String> left) {
    return whole(seen, desired, StorageDiff.of(seen, desired, left)).leaving(left);
  }

  private static InstanceDiff whole(
      DatabaseInstance seen, DesiredDatabase desired, StorageDiff storage) {
    var pending = seen.pending();
    var instanceClass =
        DeferredValue.compare(
            SpecField.DATABASE_INSTANCE_CLASS,
            seen.instanceClass(),
            pending.instanceClass(),
            desired.instanceClass());
    var version = version(seen, desired);
    var multiAz =
        DeferredValue.compare(
            SpecField.DATABASE_MULTI_AZ, seen.multiAz(), pending.multiAz(), desired.multiAz());
    var caCertificate = caCertificate(seen, desired);
    return new InstanceDiff(
        SettingChanges.of(
            storage.size(),
            storage.maximum(),
            storage.type(),
            storage.iops(),
            retention(seen, desired),
            SettingChange.of(
                Difference.between(
                    SpecField.DATABASE_BACKUP_WINDOW, seen.backupWindow(), desired.backupWindow()),
                InstanceSetting.BackupWindow::new),
            SettingChange.of(
                Difference.between(
                    SpecField.DATABASE_MAINTENANCE_WINDOW,
                    seen.maintenanceWindow(),
                    desired.maintenanceWindow()),
                InstanceSetting.MaintenanceWindow::new),
            SettingChange.of(
                Difference.between(
                    SpecField.DATABASE_DELETION_PROTECTION,
                    seen.deletionProtection(),
                    desired.deletionProtection()),
                InstanceSetting.DeletionProtection::new),
            performanceInsights(seen, desired),
            SettingChange.of(parameterGroup(seen, desired), InstanceSetting.Parameters::new),
            SettingChange.of(switches(seen, desired), InstanceSetting.Switches::new),
            SettingChange.of(instanceClass.change(), InstanceSetting.InstanceClass::new),
            SettingChange.of(version.change(), InstanceSetting.Version::new),
            SettingChange.of(caCertificate.change(), InstanceSetting.CaCertificate::new),
            SettingChange.of(multiAz.change(), InstanceSetting.MultiAz::new)),
        storage
            .awaited()
            .and(
                SettingChanges.of(
                    SettingChange.of(instanceClass.awaited(), InstanceSetting.InstanceClass::new),
                    SettingChange.of(version.awaited(), InstanceSetting.Version::new),
                    SettingChange.of(caCertificate.awaited(), InstanceSetting.CaCertificate::new),
                    SettingChange.of(multiAz.awaited(), InstanceSetting.MultiAz::new))));
  }

  private static Optional<SettingChange<InstanceSetting>> retention(
      DatabaseInstance seen, DesiredDatabase desired) {
    return SettingChange.of(
        Difference.between(
            SpecField.DATABASE_POINT_IN_TIME,
            presentRetention(seen),
            desired.backupRetentionDays()),
        InstanceSetting.BackupRetention::new);
  }

  static int presentRetention(DatabaseInstance seen) {
    return seen.pending().backupRetentionDays().orElse(seen.backupRetentionDays());
  }

  private static Optional<Difference<InstanceSwitches>> switches(
      DatabaseInstance seen, DesiredDatabase desired) {
    var wanted = wanted(seen, desired);
    return seen.switches().equals(wanted)
        ? Optional.empty()
        : Optional.of(Difference.inPlace(DatabaseWishes.SWITCHES, seen.switches(), wanted));
  }

  /** What an adopted instance puts on its snapshots is its owner's affair. */
  private static InstanceSwitches wanted(DatabaseInstance seen, DesiredDatabase desired) {
    var usual = InstanceSwitches.of(desired.version());
    return new InstanceSwitches(
        usual.publiclyAccessible(),
        desired.custody().adopted()
            ? seen.switches().copyTagsToSnapshot()
            : usual.copyTagsToSnapshot(),
        isAnotherVersion(seen, desired)
            ? seen.switches().autoMinorVersionUpgrade()
            : usual.autoMinorVersionUpgrade());
  }

  /** A version that is refused, or not reached yet, says nothing of how the present one is kept. */
  static boolean isAnotherVersion(DatabaseInstance seen, DesiredDatabase desired) {
    return switch (EngineVersion.compare(seen.engineVersion(), desired.version())) {
      case MAJOR_UPGRADE, DOWNGRADE -> true;
      case SAME, MINOR_UPGRADE -> false;
    };
  }

  private static DeferredValue<String> version(DatabaseInstance seen, DesiredDatabase desired) {
    return switch (EngineVersion.compare(seen.engineVersion(), desired.version())) {
      case MAJOR_UPGRADE, DOWNGRADE -> DeferredValue.unchanged();
      case SAME, MINOR_UPGRADE ->
          DeferredValue.compare(
              SpecField.DATABASE_VERSION,
              seen.engineVersion(),
              seen.pending().engineVersion(),
              desired.version(),
              value -> EngineVersion.compare(value, desired.version()) == EngineVersion.SAME);
    };
  }

  private static DeferredValue<String> caCertificate(
      DatabaseInstance seen, DesiredDatabase desired) {
    return desired
        .caCertificate()
        .map(
            wanted ->
                DeferredValue.compare(
                    SpecField.DATABASE_CA_CERTIFICATE,
                    seen.caCertificate(),
                    seen.pending().caCertificate(),
                    wanted))
        .orElseGet(DeferredValue::unchanged);
  }

  private static Optional<SettingChange<InstanceSetting>> performanceInsights(
      DatabaseInstance seen, DesiredDatabase desired) {
    return Difference.between(
            SpecField.DATABASE_PERFORMANCE_INSIGHTS,
            kept(seen.performanceInsightsDays()),
            kept(desired.performanceInsightsDays()))
        .map(
            it ->
                new SettingChange<>(
                    it,
                    List.of(
                        new InstanceSetting.PerformanceInsights(
                            desired.performanceInsightsDays()))));
  }

  private static String kept(Optional<Integer> days) {
    return days.map(it -> it + "d").orElse("off");
  }

  /**
   * An empty name is what AWS has not said yet; one of another family is exchanged with the version
   * only. An adopted instance keeps its own.
   */
  private static Optional<Difference<String>> parameterGroup(
      DatabaseInstance seen, DesiredDatabase desired) {
    if (desired.isOtherFamilyThan(seen.engineVersion())
        || desired.custody().adopted()
        || seen.parameterGroup().isEmpty()
        || seen.parameterGroup().equals(desired.parameterGroup())) {
      return Optional.empty();
    }
    return Optional.of(
        Difference.inPlace(
            DatabaseWishes.PARAMETER_GROUP, seen.parameterGroup(), desired.parameterGroup()));
  }

  /** What changes while the instance serves. */
  SettingChanges<InstanceSetting> inPlace() {
    return changes.at(Timing.NOW);
  }

  /** What interrupts the instance, or may, and so is left to the maintenance window. */
  SettingChanges<InstanceSetting> deferred() {
    return changes.at(Timing.MAINTENANCE_WINDOW);
  }

  /** Backups switched on or off are the one change of retention AWS would defer. */
  boolean switchesBackups(DatabaseInstance seen) {
    var present = presentRetention(seen);
    return changes.contain(
        it ->
            it instanceof InstanceSetting.BackupRetention(var days) && (days == 0 || present == 0));
  }

  boolean changesStorage() {
    return changes.contain(
        it ->
            it instanceof InstanceSetting.Storage
                || it instanceof InstanceSetting.StorageType
                || it instanceof InstanceSetting.Iops);
  }

  /** Without what RDS takes only when the storage is not being rearranged. */
  InstanceDiff withoutStorage() {
    return new InstanceDiff(changes.without(InstanceSetting::isOfStorage), awaited);
  }

  /** What is still to be sent, but for these fields. */
  InstanceDiff leaving(Set<String> fields) {
    return new InstanceDiff(changes.leaving(fields), awaited);
  }

  /** What is still to be sent of these fields. */
  InstanceDiff only(Set<String> fields) {
    return new InstanceDiff(changes.only(fields), awaited);
  }

  InstanceDiff withoutRetention() {
    return new InstanceDiff(
        changes.without(InstanceSetting.BackupRetention.class::isInstance), awaited);
  }
}
