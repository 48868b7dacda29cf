package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What happens to a data store when its environment is deleted. */
public enum DeletionPolicy {
  /** Take a final snapshot, wait until it is restorable, then delete. */
  Snapshot,

  /** Leave the data store running, tagged and listed; nobody manages it any more. */
  Retain,

  /** Delete without a snapshot. Needs {@link OperationsSpec#confirmDeletion()}. */
  Delete;

  /**
   * Reads a manifest's value. One that is not known, which the schema refuses, is read as absent: a
   * stored object that no longer fits must not keep all others from being read.
   */
  @JsonCreator
  static @Nullable DeletionPolicy of(String value) {
    return Arrays.stream(values()).filter(it -> it.name().equals(value)).findFirst().orElse(null);
  }
}
