package io.appenv.operator.database;

import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.InstanceSetting;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a change of storage has to name besides what changes. From 400 GiB on RDS for PostgreSQL
 * stripes gp3 and gives it 12000 IOPS at no charge: a change of such storage, or to it, is refused
 * unless it names both the size and the IOPS. Below that size naming IOPS is refused.
 */
record StorageBaseline(int gib, int iops) {

  private static final String TYPE = "gp3";
  private static final int STRIPED_FROM_GIB = 400;
  private static final int IOPS = 12_000;

  /**
   * Empty where the change names no more than what it changes.
   *
   * @param gib the new size, where it changes
   * @param type the new type, where it changes
   */
  static Optional<StorageBaseline> of(
      DatabaseInstance seen, Optional<Integer> gib, Optional<String> type) {
    if (gib.isEmpty() && type.isEmpty()) {
      return Optional.empty();
    }
    var size = gib.or(seen.pending()::storageGib).orElse(seen.storageGib());
    var kind = type.or(seen.pending()::storageType).orElse(seen.storageType());
    return kind.equals(TYPE) && size >= STRIPED_FROM_GIB
        ? Optional.of(new StorageBaseline(size, Math.max(IOPS, provisioned(seen))))
        : Optional.empty();
  }

  Stream<InstanceSetting> settings() {
    return Stream.of(new InstanceSetting.Storage(gib), new InstanceSetting.Iops(iops));
  }

  /** More than the baseline, which somebody pays for, is not taken away in passing. */
  private static int provisioned(DatabaseInstance seen) {
    return seen.storageType().equals(TYPE) ? seen.iops() : 0;
  }
}
