package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What an environment is for. The stage picks defaults; it never hides a setting. */
public enum Stage {
  /** Redundant across availability zones, on AWS. */
  Production,

  /** The same configuration as production, scaled down, on AWS. */
  Staging,

  /** Cheap and quick: the data stores run in the cluster, without AWS. */
  Development;

  /**
   * Reads a manifest's value. One that is not known, which the schema refuses, is read as absent: a
   * stored object that no longer fits must not keep all others from being read.
   */
  @JsonCreator
  static @Nullable Stage of(String value) {
    return Arrays.stream(values()).filter(it -> it.name().equals(value)).findFirst().orElse(null);
  }
}
