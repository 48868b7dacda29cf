package io.appenv.operator.model;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which set of values the pods of a tier read. A set never changes: another one has another id. */
public sealed interface TierConfiguration {

  /** They read none. */
  record None() implements TierConfiguration {}

  /** The set that the manifest and what it names come to now; never empty. */
  record Version(String id, SortedMap<String, SecretText> values) implements TierConfiguration {
    public Version {
      values = Collections.unmodifiableSortedMap(values);
    }
  }

  /**
   * The set they read already, as what they shall read is not known: no pods are replaced.
   *
   * @param set its id; empty where they read none, or where there are no pods
   */
  record Former(Optional<String> set) implements TierConfiguration {}

  /**
   * The version that these values make; equal values have the same in one tier of one environment.
   *
   * @param key of the environment and secret: the id is read by many, and values may be short
   *     enough to be found by trying
   */
  static TierConfiguration of(SecretText key, String tier, SortedMap<String, SecretText> values) {
    return values.isEmpty()
        ? new None()
        : new Version(Fingerprint.of(key, tier + "\n" + text(values)), new TreeMap<>(values));
  }

  /** With lengths, so that no value passes for the beginning of the next line. */
  private static String text(SortedMap<String, SecretText> values) {
    return values.entrySet().stream()
        .map(it -> line(it.getKey(), it.getValue().reveal()))
        .collect(Collectors.joining("\n"));
  }

  private static String line(String name, String value) {
    return "%s %d %s".formatted(name, value.length(), value);
  }

  /** Id of the set that pods read which start now. */
  default Optional<String> read() {
    return switch (this) {
      case None _ -> Optional.empty();
      case Version version -> Optional.of(version.id());
      case Former former -> former.set();
    };
  }

  default boolean isSettled() {
    return !(this instanceof Former);
  }
}
