package io.appenv.operator.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that was measured; what is null was not reached. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Results(
    int environments,
    int cores,
    List<String> operatorOptions,
    Creation creation,
    @Nullable SteadyState steadyState,
    @Nullable ChildStatusChanges childStatusChanges,
    @Nullable ChangeLatency changeLatency,
    @Nullable Restart restart) {

  /** The measurements that need every environment Ready are left out when that was not reached. */
  static Results measure(Stage stage, BenchOptions options) {
    var creation = Creation.measure(stage, options);
    if (!creation.isComplete()) {
      return of(stage, options, creation, null, null, null, null);
    }
    var steady = attempt(() -> SteadyState.measure(stage, options));
    try (var autoscalers = new AutoscalerWatch(stage.sandbox().admin())) {
      return of(
          stage,
          options,
          creation,
          steady,
          attempt(() -> ChildStatusChanges.measure(stage, autoscalers, options)),
          attempt(() -> ChangeLatency.measure(stage, options)),
          attempt(() -> Restart.measure(stage, autoscalers, options)));
    }
  }

  private static Results of(
      Stage stage,
      BenchOptions options,
      Creation creation,
      @Nullable SteadyState steady,
      @Nullable ChildStatusChanges changes,
      @Nullable ChangeLatency latency,
      @Nullable Restart restart) {
    return new Results(
        options.environments(),
        Runtime.getRuntime().availableProcessors(),
        stage.javaOptions(),
        creation,
        steady,
        changes,
        latency,
        restart);
  }

  /** What was measured before and after is still worth a table when one measurement fails. */
  private static <T> @Nullable T attempt(Supplier<T> measurement) {
    try {
      return measurement.get();
    } catch (RuntimeException failed) {
      Progress.line("this could not be measured: " + failed);
      return null;
    }
  }

  void write(Path file) {
    try {
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
