package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a tier may be connected to. The names are those of the spec's own sections. */
public enum Use {
  /** The environment's PostgreSQL; the tier receives its connection URL. */
  database,

  /** The environment's Redis; the tier receives its connection URL. */
  cache;

  /**
   * Reads a manifest's value. One that is not known, which the schema refuses, is read as absent: a
   * stored object that no longer fits must not keep all others from being read.
   */
  @JsonCreator
  static @Nullable Use of(String value) {
    return Arrays.stream(values()).filter(it -> it.name().equals(value)).findFirst().orElse(null);
  }
}
