package io.appenv.operator.database;

import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.InstanceSetting;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a change of storage has to name besides what changes: the size and the IOPS, where storage
 * has IOPS of its own. That is io1 and io2, and gp3 from 400 GiB on, which RDS for PostgreSQL
 * stripes and gives 12000 IOPS at no charge. Elsewhere naming IOPS is refused.
 */
record StorageBaseline(int gib, int iops) {

  private static final String STRIPED_TYPE = "gp3";
  private static final int STRIPED_FROM_GIB = 400;
  private static final int STRIPED_IOPS = 12_000;

  /**
   * Empty where the change names no more than what it changes.
   *
   * @param gib the new size, where it changes
   * @param type the new type, where it changes
   * @param iops the IOPS that are wanted, where some are
   */
  static Optional<StorageBaseline> of(
      DatabaseInstance seen, Optional<Integer> gib, Optional<String> type, Optional<Integer> iops) {
    var size = gib.or(seen.pending()::storageGib).orElse(seen.storageGib());
    var kind = type.or(seen.pending()::storageType).orElse(seen.storageType());
    return takesIops(kind, size)
        ? Optional.of(new StorageBaseline(size, iops.orElseGet(() -> present(seen, kind))))
        : Optional.empty();
  }

  /** Whether IOPS can be named for storage like that. */
  static boolean takesIops(String type, int gib) {
    return switch (type) {
      case STRIPED_TYPE -> gib >= STRIPED_FROM_GIB;
      case "io1", "io2" -> true;
      default -> false;
    };
  }

  Stream<InstanceSetting> settings() {
    return Stream.of(new InstanceSetting.Storage(gib), new InstanceSetting.Iops(iops));
  }

  private static int present(DatabaseInstance seen, String kind) {
    return kind.equals(STRIPED_TYPE) ? striped(seen) : seen.iops();
  }

  /** More than the baseline, which somebody pays for, is not taken away in passing. */
  private static int striped(DatabaseInstance seen) {
    var provisioned =
        seen.storageType().equals(STRIPED_TYPE) ? seen.pending().iops().orElse(seen.iops()) : 0;
    return Math.max(STRIPED_IOPS, provisioned);
  }
}
