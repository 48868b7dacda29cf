package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Failure.Recoverable;
import io.appenv.operator.model.Failure.Terminal;
import io.appenv.operator.model.Failure.Waiting;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what AWS tells only one resource at a time (tags of groups, parameters). A resource is
 * read when it is first seen and after a write whose outcome is unknown; of the others a fixed
 * number is read again in each listing, in rotation. So a change made by hand is found, and the
 * number of calls does not grow with the number of environments. What fails to be read again for a
 * passing cause counts as it was last seen, and comes up in the next rotation. What AWS refuses of
 * one resource says nothing of the others; what it answers nobody, such as that it throttles, ends
 * the whole listing.
 *
 * <p>Listings of one region come one after the other; writes may come from other threads at any
 * time, and win over a read that was under way.
 */
final class RotatingReads<V> {

  /** Every other resource would get the same answer now. */
  private static final Set<Reason> OF_THE_SERVICE =
      Set.of(Reason.THROTTLED, Reason.UNREACHABLE, Reason.UPSTREAM_ERROR);

  private final int budget;
  private final Function<String, Optional<V>> reader;
  private final Map<String, Known<V>> known = new ConcurrentHashMap<>();
  private int position;

  /**
   * @param budget how many known resources a listing reads again
   * @param reader reads one resource; empty when it no longer exists
   */
  RotatingReads(int budget, Function<String, Optional<V>> reader) {
    this.budget = budget;
    this.reader = reader;
  }

  /** The values of the given resources; those that vanished since they were listed are left out. */
  Reads<V> of(Collection<String> keys) {
    return of(
        keys,
        (_, busy) -> {
          throw busy;
        });
  }

  /**
   * The same where AWS refuses to read a resource while it changes.
   *
   * @param whileBusy what counts for a resource that is refused and was never read before
   */
  synchronized Reads<V> of(
      Collection<String> keys, BiFunction<String, FailureException, V> whileBusy) {
    known.keySet().retainAll(keys);
    var values = new HashMap<String, V>();
    var refused = new ConcurrentHashMap<String, Failure>();
    var due = due(keys.stream().distinct().sorted().toList());
    var unknown = new ArrayList<String>();
    for (var key : keys) {
      var remembered = due.contains(key) ? Optional.<V>empty() : remembered(key);
      remembered.ifPresentOrElse(value -> values.put(key, value), () -> unknown.add(key));
    }
    values.putAll(SideBySide.read(unknown, key -> read(key, whileBusy, refused)));
    return new Reads<>(values, refused);
  }

  /** Changes a remembered value as a write that succeeded has changed it in AWS. */
  void apply(String key, UnaryOperator<V> change) {
    known.computeIfPresent(key, (_, before) -> new Known<>(before.value().map(change)));
  }

  /** Records what a create that succeeded has made. */
  void remember(String key, V value) {
    known.put(key, new Known<>(Optional.of(value)));
  }

  /** Makes the next listing read the resource. */
  void forget(String key) {
    known.put(key, new Known<>(Optional.empty()));
  }

  /** The same for what is known by name only: an ARN ends in a colon and the name. */
  void forgetNamed(String name) {
    known.replaceAll(
        (key, before) -> key.endsWith(":" + name) ? new Known<>(Optional.empty()) : before);
  }

  private List<String> due(List<String> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    var start = position % keys.size();
    var end = Math.min(start + budget, keys.size());
    position = end;
    return keys.subList(start, end);
  }

  private Optional<V> remembered(String key) {
    return Optional.ofNullable(known.get(key)).flatMap(Known::value);
  }

  private Optional<V> read(
      String key, BiFunction<String, FailureException, V> whileBusy, Map<String, Failure> refused) {
    var before = known.get(key);
    try {
      var value = reader.apply(key);
      known.compute(key, (_, now) -> now == before ? kept(value) : now);
      return value;
    } catch (FailureException failure) {
      return switch (failure.failure()) {
        case Waiting _ -> remembered(key).or(() -> Optional.of(whileBusy.apply(key, failure)));
        case Recoverable cause -> remembered(key).or(() -> refused(key, cause, failure, refused));
        case Terminal cause -> refused(key, cause, failure, refused);
      };
    }
  }

  private static <V> Optional<V> refused(
      String key, Failure cause, FailureException failure, Map<String, Failure> refused) {
    if (OF_THE_SERVICE.contains(cause.reason())) {
      throw failure;
    }
    refused.put(key, cause);
    return Optional.empty();
  }

  private static <V> @Nullable Known<V> kept(Optional<V> value) {
    return value.isEmpty() ? null : new Known<>(value);
  }

  /** Compared by identity: a write in the middle of a read leaves another object behind. */
  private static final class Known<V> {
    private final Optional<V> value;

    private Known(Optional<V> value) {
      this.value = value;
    }

    private Optional<V> value() {
      return value;
    }
  }
}
