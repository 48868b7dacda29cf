package io.appenv.operator.aggregation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Answers that count for some seconds, so that the API server is not asked at every request. */
final class Remembered<K, V> {

  /** More would be somebody who tries out keys; then all is asked anew. */
  private static final int MOST = 1000;

  private record Answer<V>(V value, Instant until) {}

  private final Duration validity;
  private final InstantSource clock;
  private final Map<K, Answer<V>> answers = new ConcurrentHashMap<>();

  Remembered(Duration validity, InstantSource clock) {
    this.validity = validity;
    this.clock = clock;
  }

  /** What cannot be answered, as the question throws, is not remembered. */
  V get(K key, Function<K, V> question) {
    var now = clock.instant();
    var known = answers.get(key);
    if (known != null && known.until().isAfter(now)) {
      return known.value();
    }
    var value = question.apply(key);
    if (answers.size() >= MOST) {
      answers.clear();
    }
    answers.put(key, new Answer<>(value, now.plus(validity)));
    return value;
  }
}
