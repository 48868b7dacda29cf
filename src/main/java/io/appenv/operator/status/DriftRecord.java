package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.DriftStatus;
import io.appenv.operator.model.Drift;
import io.appenv.operator.model.Drift.Handling;
import io.appenv.operator.model.DriftMemory;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The drift in a status, read back as the memory of earlier passes. */
public final class DriftRecord {

  private DriftRecord() {}

  public static DriftMemory read(@Nullable AppEnvironmentStatus status) {
    return status == null
        ? DriftMemory.none()
        : new DriftMemory(
            status.reached(), status.drift().stream().flatMap(it -> read(it).stream()).toList());
  }

  /** Empty for a row that another version wrote in words this one does not know. */
  private static Optional<Drift> read(DriftStatus row) {
    return since(row)
        .flatMap(
            since ->
                Arrays.stream(Handling.values())
                    .filter(it -> it.words().equals(row.handling()))
                    .findFirst()
                    .map(it -> new Drift(row.field(), row.wished(), row.found(), since, it)));
  }

  private static Optional<Instant> since(DriftStatus row) {
    try {
      return Optional.of(Instant.parse(row.since()));
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  static List<DriftStatus> write(List<Drift> drifts) {
    return drifts.stream()
        .map(
            it ->
                new DriftStatus(
                    it.path(),
                    it.wished(),
                    it.found(),
                    it.since().toString(),
                    it.handling().words()))
        .toList();
  }

  /** For a column of a table; null where there is nothing to say. */
  static @Nullable String line(List<Drift> drifts) {
    return drifts.isEmpty()
        ? null
        : drifts.stream().map(Drift::path).collect(Collectors.joining(","));
  }
}
