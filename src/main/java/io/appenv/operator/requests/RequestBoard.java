package io.appenv.operator.requests;

import io.appenv.operator.autoscaling.Reading;
import io.appenv.operator.autoscaling.RequestWant;
import io.appenv.operator.autoscaling.Sample;
import io.appenv.operator.autoscaling.TierKey;
import io.appenv.operator.config.OperatorConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Which numbers are wanted, and what is known of each. Passes write the first, readers the second.
 */
@ApplicationScoped
public class RequestBoard {

  private record Entry(RequestWant want, Reading reading) {}

  private final Duration freshness;
  private final InstantSource clock;
  private final Map<TierKey, Entry> entries = new ConcurrentHashMap<>();
  private volatile Consumer<RequestWant> listener = want -> {};

  @Inject
  public RequestBoard(OperatorConfig config, InstantSource clock) {
    this(config.externalMetrics().freshness(), clock);
  }

  public RequestBoard(Duration freshness, InstantSource clock) {
    this.freshness = freshness;
    this.clock = clock;
  }

  /** Is told of each number that nobody wanted before. */
  void notifyTo(Consumer<RequestWant> wanted) {
    listener = wanted;
  }

  /** All that one environment wants; what it wanted before and does not any more is forgotten. */
  public void want(String namespace, String environment, List<RequestWant> wants) {
    entries
        .entrySet()
        .removeIf(
            it ->
                it.getKey().isOf(namespace, environment) && !wants.contains(it.getValue().want()));
    wants.forEach(this::want);
  }

  private void want(RequestWant want) {
    var isNew = entries.putIfAbsent(want.key(), new Entry(want, Reading.none())) == null;
    if (isNew) {
      listener.accept(want);
    }
  }

  public void forget(String namespace, String environment) {
    want(namespace, environment, List.of());
  }

  public List<RequestWant> wants() {
    return entries.values().stream().map(Entry::want).toList();
  }

  public void found(RequestWant want, Sample sample) {
    update(want, reading -> reading.with(sample));
  }

  public void missed(RequestWant want, String why) {
    update(want, reading -> reading.failing(why));
  }

  /** Unless something else is wanted by now. */
  private void update(RequestWant want, UnaryOperator<Reading> change) {
    entries.computeIfPresent(
        want.key(),
        (_, entry) ->
            entry.want().equals(want) ? new Entry(want, change.apply(entry.reading())) : entry);
  }

  /** Empty where nobody wants it. */
  public Optional<Reading.State> state(TierKey key) {
    return Optional.ofNullable(entries.get(key))
        .map(entry -> entry.reading().at(clock.instant(), freshness));
  }

  /** The tiers of a namespace whose number is wanted and that bear all of these labels. */
  public List<TierKey> matching(String namespace, Map<String, String> labels) {
    return entries.keySet().stream()
        .filter(key -> key.namespace().equals(namespace))
        .filter(key -> key.labels().entrySet().containsAll(labels.entrySet()))
        .sorted(Comparator.comparing(TierKey::environment).thenComparing(TierKey::tier))
        .toList();
  }
}
