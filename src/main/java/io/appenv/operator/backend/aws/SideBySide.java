package io.appenv.operator.backend.aws;

import io.appenv.operator.model.FailureException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Reads many resources that AWS tells one at a time, as the first listing after a start must. A few
 * calls at once hide the round trips and stay below the rate at which AWS throttles.
 */
final class SideBySide {

  private static final int AT_ONCE = 8;

  private SideBySide() {}

  /**
   * The values that exist, by key. After the first failure no read is begun; those under way are
   * awaited, as their readers may remember what they got for the next time.
   */
  static <V> Map<String, V> read(List<String> keys, Function<String, Optional<V>> reader) {
    var values = new HashMap<String, V>();
    if (keys.size() <= 1) {
      keys.forEach(key -> reader.apply(key).ifPresent(value -> values.put(key, value)));
      return values;
    }
    try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      var answers = new HashMap<String, CompletableFuture<Optional<V>>>();
      var failed = new AtomicBoolean();
      keys.forEach(
          key ->
              answers.put(
                  key, CompletableFuture.supplyAsync(() -> unless(failed, reader, key), threads)));
      try {
        answers.forEach((key, answer) -> answer.join().ifPresent(value -> values.put(key, value)));
      } catch (CompletionException failure) {
        throw failure.getCause() instanceof FailureException known ? known : failure;
      }
    }
    return values;
  }

  private static <V> Optional<V> unless(
      AtomicBoolean failed, Function<String, Optional<V>> reader, String key) {
    if (failed.get()) {
      return Optional.empty();
    }
    try {
      return reader.apply(key);
    } catch (RuntimeException failure) {
      failed.set(true);
      throw failure;
    }
  }
}
