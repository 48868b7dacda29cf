package io.appenv.operator.reconciler;

/** How much one sweep lists; what it leaves out is taken over from the sweep before. */
enum SweepDepth {
  /** Data stores only: what changes by itself. */
  DATA_STORES,
  /** Data stores, their groups and the network. */
  EVERYTHING,
  /** Everything and the snapshots, which only deletions ask for. */
  EVERYTHING_AND_SNAPSHOTS;

  boolean includesGroups() {
    return this != DATA_STORES;
  }

  boolean includesSnapshots() {
    return this == EVERYTHING_AND_SNAPSHOTS;
  }
}
