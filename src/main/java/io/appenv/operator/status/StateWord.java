package io.appenv.operator.status;

import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.Sighting;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One word on a data store, for a column of kubectl get: AWS's own where AWS has one. */
final class StateWord {

  private static final String AVAILABLE = "available";
  private static final String STARTING = "starting";
  private static final String ABSENT = "absent";
  private static final String UNKNOWN = "unknown";

  private StateWord() {}

  static @Nullable String database(StatusInput input, Desired desired, @Nullable String former) {
    if (desired.database().isEmpty()) {
      return null;
    }
    return desired.backend().isOnAws()
        ? onAws(input.observed().database().instance(), DatabaseInstance::status, former)
        : inCluster(input.database());
  }

  static @Nullable String cache(StatusInput input, Desired desired, @Nullable String former) {
    if (desired.cache().isEmpty()) {
      return null;
    }
    return desired.backend().isOnAws()
        ? onAws(input.observed().cache().group(), ReplicationGroup::status, former)
        : inCluster(input.cache());
  }

  private static <T> String onAws(
      Sighting<T> sighting, Function<T, String> word, @Nullable String former) {
    return switch (sighting) {
      case Sighting.Present<T> present -> word.apply(present.value());
      case Sighting.Absent<T> _ -> ABSENT;
      case Sighting.Unseen<T> _ -> former == null ? UNKNOWN : former;
    };
  }

  private static String inCluster(Optional<DataReport> report) {
    return report.map(it -> it.ready() ? AVAILABLE : STARTING).orElse(UNKNOWN);
  }
}
