package io.appenv.operator.database;

/**
 * RDS grows storage by a tenth at least (API reference of ModifyDBInstance, AllocatedStorage): what
 * is less is rounded up, or refused. Arithmetic in GiB.
 */
final class StorageGrowth {

  private StorageGrowth() {}

  /** What to ask for, so that at least the wish is met. */
  static int from(int current, int wish) {
    return Math.max(wish, tenthMore(current));
  }

  /** Whether storage beyond the wish is no more than such a step brings. */
  static boolean isRounding(int current, int wish) {
    return current <= tenthMore(wish);
  }

  private static int tenthMore(int gib) {
    return Math.ceilDiv(gib * 11, 10);
  }
}
