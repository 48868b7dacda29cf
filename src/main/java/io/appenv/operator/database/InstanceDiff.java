package io.appenv.operator.database;

import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.DeferredValue;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.Difference;
import io.appenv.operator.model.Differences;
import io.appenv.operator.model.EngineVersion;
import io.appenv.operator.model.InstanceChange;
import io.appenv.operator.model.InstanceSwitches;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.model.Timing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an instance differs from what is desired, field by field. */
record InstanceDiff(
    DeferredValue<Integer> storage,
    Optional<Difference<Integer>> maxStorage,
    DeferredValue<String> storageType,
    Optional<StorageBaseline> baseline,
    Optional<Difference<Integer>> retention,
    Optional<Difference<String>> backupWindow,
    Optional<Difference<String>> maintenanceWindow,
    Optional<Difference<Boolean>> deletionProtection,
    Optional<Difference<String>> parameterGroup,
    Optional<Difference<InstanceSwitches>> switches,
    DeferredValue<String> instanceClass,
    DeferredValue<String> version,
    DeferredValue<Boolean> multiAz) {

  static InstanceDiff of(DatabaseInstance seen, DesiredDatabase desired) {
    var pending = seen.pending();
    var storage = storage(seen, desired);
    var storageType =
        DeferredValue.compare(
            SpecField.DATABASE_STORAGE_TYPE,
            seen.storageType(),
            pending.storageType(),
            desired.storageType());
    return new InstanceDiff(
        storage,
        maxStorage(seen, desired, storage.change().map(Difference::to)),
        storageType,
        StorageBaseline.of(
            seen, storage.change().map(Difference::to), storageType.change().map(Difference::to)),
        Difference.between(
            SpecField.DATABASE_POINT_IN_TIME,
            pending.backupRetentionDays().orElse(seen.backupRetentionDays()),
            desired.backupRetentionDays()),
        Difference.between(
            SpecField.DATABASE_BACKUP_WINDOW, seen.backupWindow(), desired.backupWindow()),
        Difference.between(
            SpecField.DATABASE_MAINTENANCE_WINDOW,
            seen.maintenanceWindow(),
            desired.maintenanceWindow()),
        Difference.between(
            SpecField.DATABASE_DELETION_PROTECTION,
            seen.deletionProtection(),
            desired.deletionProtection()),
        parameterGroup(seen, desired),
        switches(seen, desired),
        DeferredValue.compare(
            SpecField.DATABASE_INSTANCE_CLASS,
            seen.instanceClass(),
            pending.instanceClass(),
            desired.instanceClass()),
        version(seen, desired),
        DeferredValue.compare(
            SpecField.DATABASE_MULTI_AZ, seen.multiAz(), pending.multiAz(), desired.multiAz()));
  }

  /** RDS storage never shrinks, so a smaller wish is refused elsewhere and no difference here. */
  private static DeferredValue<Integer> storage(DatabaseInstance seen, DesiredDatabase desired) {
    return seen.storageGib() >= desired.storageGib()
        ? DeferredValue.unchanged()
        : DeferredValue.compare(
            SpecField.DATABASE_STORAGE,
            seen.storageGib(),
            seen.pending().storageGib(),
            StorageGrowth.from(seen.storageGib(), desired.storageGib()));
  }

  /**
   * RDS shows a threshold only while it lies above the storage there is, and is told to grow no
   * more by one that equals it. One that is reached already cannot be set again.
   */
  private static Optional<Difference<Integer>> maxStorage(
      DatabaseInstance seen, DesiredDatabase desired, Optional<Integer> growth) {
    int size = growth.orElse(seen.storageGib());
    int wanted = Math.max(size, desired.maxStorageGib().orElse(size));
    return Difference.between(
        SpecField.DATABASE_MAX_STORAGE, seen.maxStorageGib().orElse(size), wanted);
  }

  private static Optional<Difference<InstanceSwitches>> switches(
      DatabaseInstance seen, DesiredDatabase desired) {
    var wanted = InstanceSwitches.of(desired.version());
    return isRefused(seen, desired) || seen.switches().equals(wanted)
        ? Optional.empty()
        : Optional.of(Difference.inPlace("settings", seen.switches(), wanted));
  }

  /** A version that is refused says nothing of how the present one shall be kept. */
  private static boolean isRefused(DatabaseInstance seen, DesiredDatabase desired) {
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

  /** An empty name is what AWS has not said yet; another family than the engine's is refused. */
  private static Optional<Difference<String>> parameterGroup(
      DatabaseInstance seen, DesiredDatabase desired) {
    var major =
        EngineVersion.compare(seen.engineVersion(), desired.version())
            == EngineVersion.MAJOR_UPGRADE;
    if (major
        || seen.parameterGroup().isEmpty()
        || seen.parameterGroup().equals(desired.parameterGroup())) {
      return Optional.empty();
    }
    return Optional.of(
        Difference.inPlace("parameterGroup", seen.parameterGroup(), desired.parameterGroup()));
  }

  private Differences all() {
    return Differences.of(
        storage.change(),
        maxStorage,
        storageType.change(),
        retention,
        backupWindow,
        maintenanceWindow,
        deletionProtection,
        parameterGroup,
        switches,
        instanceClass.change(),
        version.change(),
        multiAz.change());
  }

  /** What changes while the instance serves. */
  Differences inPlace() {
    return all().at(Timing.NOW);
  }

  /** What interrupts the instance, or may, and so is left to the maintenance window. */
  Differences deferred() {
    return all().at(Timing.MAINTENANCE_WINDOW);
  }

  /** What AWS has accepted and holds for the maintenance window. */
  List<String> awaited() {
    return Stream.of(
            storage.awaited(),
            storageType.awaited(),
            instanceClass.awaited(),
            version.awaited(),
            multiAz.awaited())
        .flatMap(Optional::stream)
        .toList();
  }

  /** Backups switched on or off are the one change of retention AWS would defer. */
  boolean switchesBackups() {
    return retention.filter(it -> it.from() == 0 || it.to() == 0).isPresent();
  }

  boolean changesStorage() {
    return storage.change().isPresent() || storageType.change().isPresent();
  }

  /** Without what RDS takes only when the storage is not being rearranged. */
  InstanceDiff withoutStorage() {
    return new InstanceDiff(
        DeferredValue.unchanged(),
        Optional.empty(),
        DeferredValue.unchanged(),
        Optional.empty(),
        retention,
        backupWindow,
        maintenanceWindow,
        deletionProtection,
        parameterGroup,
        switches,
        instanceClass,
        version,
        multiAz);
  }

  InstanceDiff withoutRetention() {
    return new InstanceDiff(
        storage,
        maxStorage,
        storageType,
        baseline,
        Optional.empty(),
        backupWindow,
        maintenanceWindow,
        deletionProtection,
        parameterGroup,
        switches,
        instanceClass,
        version,
        multiAz);
  }

  /** Whether AWS would put part of the in-place call off unless told to apply it immediately. */
  boolean wouldBeDeferred() {
    return changesStorage() || switchesBackups();
  }

  InstanceChange inPlaceChange() {
    return new InstanceChange(
        Optional.empty(),
        baseline.map(StorageBaseline::gib).or(() -> storage.change().map(Difference::to)),
        maxStorage.map(Difference::to),
        storageType.change().map(Difference::to),
        baseline.map(StorageBaseline::iops),
        Optional.empty(),
        Optional.empty(),
        retention.map(Difference::to),
        backupWindow.map(Difference::to),
        maintenanceWindow.map(Difference::to),
        deletionProtection.map(Difference::to),
        parameterGroup.map(Difference::to),
        switches.map(Difference::to));
  }

  InstanceChange deferredChange() {
    return new InstanceChange(
        instanceClass.change().map(Difference::to),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        version.change().map(Difference::to),
        multiAz.change().map(Difference::to),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
