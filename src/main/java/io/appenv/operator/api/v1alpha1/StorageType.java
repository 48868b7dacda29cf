package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Kind of EBS volume behind an RDS instance. */
public enum StorageType {
  /** General purpose, third generation: a fixed baseline that does not depend on the size. */
  gp3,

  /** General purpose, second generation: performance grows with the size. */
  gp2;

  /**
   * Reads a manifest's value. One that is not known, which the schema refuses, is read as absent: a
   * stored object that no longer fits must not keep all others from being read.
   */
  @JsonCreator
  static @Nullable StorageType of(String value) {
    return Arrays.stream(values()).filter(it -> it.name().equals(value)).findFirst().orElse(null);
  }
}
