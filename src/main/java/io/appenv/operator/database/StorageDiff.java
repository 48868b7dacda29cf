package io.appenv.operator.database;

import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.DeferredValue;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.Difference;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.SettingChange;
import io.appenv.operator.model.SettingChanges;
import io.appenv.operator.model.SpecField;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the storage of an instance differs from what is desired.
 *
 * @param awaited what AWS holds for its maintenance window
 */
record StorageDiff(
    Optional<SettingChange<InstanceSetting>> size,
    Optional<SettingChange<InstanceSetting>> maximum,
    Optional<SettingChange<InstanceSetting>> type,
    Optional<SettingChange<InstanceSetting>> iops,
    SettingChanges<InstanceSetting> awaited) {

  /**
   * @param left fields that stay as they are found, and are named so where others need them
   */
  static StorageDiff of(DatabaseInstance seen, DesiredDatabase desired, Set<String> left) {
    var size = size(seen, desired);
    var growth = size.change().map(Difference::to);
    var type =
        DeferredValue.compare(
            SpecField.DATABASE_STORAGE_TYPE,
            seen.storageType(),
            seen.pending().storageType(),
            desired.storageType());
    var iops = iops(seen, desired);
    var baseline =
        StorageBaseline.of(
            seen,
            growth.filter(_ -> !left.contains(SpecField.DATABASE_STORAGE.shortName())),
            type.change()
                .map(Difference::to)
                .filter(_ -> !left.contains(SpecField.DATABASE_STORAGE_TYPE.shortName())),
            desired.iops().filter(_ -> !left.contains(SpecField.DATABASE_IOPS.shortName())));
    return new StorageDiff(
        size.change().map(it -> sent(it, new InstanceSetting.Storage(it.to()), baseline)),
        SettingChange.of(maximum(seen, desired, growth), InstanceSetting.MaxStorage::new),
        type.change().map(it -> sent(it, new InstanceSetting.StorageType(it.to()), baseline)),
        iops.change().map(it -> sent(it, new InstanceSetting.Iops(it.to()), baseline)),
        awaited(seen, size.awaited(), type.awaited(), iops.awaited()));
  }

  private static SettingChanges<InstanceSetting> awaited(
      DatabaseInstance seen,
      Optional<Difference<Integer>> size,
      Optional<Difference<String>> type,
      Optional<Difference<Integer>> iops) {
    var baseline =
        StorageBaseline.of(
            seen, size.map(Difference::to), type.map(Difference::to), iops.map(Difference::to));
    return SettingChanges.of(
        size.map(it -> sent(it, new InstanceSetting.Storage(it.to()), baseline)),
        type.map(it -> sent(it, new InstanceSetting.StorageType(it.to()), baseline)),
        iops.map(it -> sent(it, new InstanceSetting.Iops(it.to()), baseline)));
  }

  /** The growth, where nothing else can be changed with it. */
  static Optional<SettingChange<InstanceSetting>> growth(
      DatabaseInstance seen, DesiredDatabase desired) {
    return size(seen, desired)
        .change()
        .map(
            it ->
                sent(
                    it,
                    new InstanceSetting.Storage(it.to()),
                    StorageBaseline.of(
                        seen, Optional.of(it.to()), Optional.empty(), Optional.empty())));
  }

  private static SettingChange<InstanceSetting> sent(
      Difference<?> difference, InstanceSetting setting, Optional<StorageBaseline> baseline) {
    return new SettingChange<>(
        difference,
        Stream.concat(Stream.of(setting), baseline.stream().flatMap(StorageBaseline::settings))
            .distinct()
            .toList());
  }

  /** RDS storage never shrinks, so a smaller wish is refused elsewhere and no difference here. */
  private static DeferredValue<Integer> size(DatabaseInstance seen, DesiredDatabase desired) {
    return seen.storageGib() >= desired.storageGib()
        ? DeferredValue.unchanged()
        : DeferredValue.compare(
            SpecField.DATABASE_STORAGE,
            seen.storageGib(),
            seen.pending().storageGib(),
            StorageGrowth.from(seen.storageGib(), desired.storageGib()));
  }

  /** Of gp3, what nobody asked for may stay as it is. */
  private static DeferredValue<Integer> iops(DatabaseInstance seen, DesiredDatabase desired) {
    return desired
        .iops()
        .map(
            wanted ->
                DeferredValue.compare(
                    SpecField.DATABASE_IOPS, seen.iops(), seen.pending().iops(), wanted))
        .orElseGet(DeferredValue::unchanged);
  }

  /**
   * RDS shows a threshold only while it lies above the storage there is, and is told to grow no
   * more by one that equals it. One that is reached already cannot be set again.
   */
  private static Optional<Difference<Integer>> maximum(
      DatabaseInstance seen, DesiredDatabase desired, Optional<Integer> growth) {
    int size = growth.orElse(seen.storageGib());
    int wanted = Math.max(size, desired.maxStorageGib().orElse(size));
    return Difference.between(
        SpecField.DATABASE_MAX_STORAGE, seen.maxStorageGib().orElse(size), wanted);
  }
}
