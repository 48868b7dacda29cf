package io.appenv.operator.reconciler;

import io.appenv.operator.config.OperatorConfig;
import io.appenv.operator.configuration.Answer;
import io.appenv.operator.configuration.ConfigurationSource;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Which configuration is wanted, and what was read of it last. Passes write the first, readers the
 * second. What nobody wants any more is forgotten.
 */
@ApplicationScoped
class ConfigurationBoard {

  /**
   * Something to be read.
   *
   * @param place a region of AWS, or {@link #CLUSTER}
   */
  record Item(String place, ConfigurationSource source) {

    static Item of(String region, ConfigurationSource source) {
      return new Item(source instanceof ConfigurationSource.InCluster ? CLUSTER : region, source);
    }
  }

  /** The place of Kubernetes Secrets. No region is called so. */
  static final String CLUSTER = "cluster";

  /**
   * @param knownAt when AWS told last what is there
   */
  private record Entry(Answer answer, Instant knownAt) {}

  private final Duration trustedFor;
  private final InstantSource clock;
  private final Map<ResourceID, Set<Item>> wants = new HashMap<>();
  private final Map<Item, Entry> entries = new HashMap<>();

  @Inject
  ConfigurationBoard(OperatorConfig config, InstantSource clock) {
    this(config.sweep().timeout(), clock);
  }

  /**
   * @param trustedFor how long passing failures are passed over before what was read counts no more
   */
  ConfigurationBoard(Duration trustedFor, InstantSource clock) {
    this.trustedFor = trustedFor;
    this.clock = clock;
  }

  /**
   * All that one environment wants, in the place of what it wanted before.
   *
   * @return whether somebody has to read something that nobody wanted before
   */
  synchronized boolean want(ResourceID environment, Set<Item> items) {
    if (items.equals(wants.getOrDefault(environment, Set.of()))) {
      return false;
    }
    var before = wanted();
    if (items.isEmpty()) {
      wants.remove(environment);
    } else {
      wants.put(environment, Set.copyOf(items));
    }
    entries.keySet().retainAll(wanted());
    return !before.containsAll(items);
  }

  private Set<Item> wanted() {
    return wants.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  synchronized Set<ConfigurationSource> wanted(String place) {
    return wanted().stream()
        .filter(item -> item.place().equals(place))
        .map(Item::source)
        .collect(Collectors.toUnmodifiableSet());
  }

  synchronized Answer answer(Item item) {
    var entry = entries.get(item);
    return entry == null ? new Answer.Unread() : entry.answer();
  }

  /**
   * @param changed told of each environment for which something is other than it was
   */
  void read(String place, Map<ConfigurationSource, Answer> answers, Consumer<ResourceID> changed) {
    concerned(place, answers).forEach(changed);
  }

  private synchronized Set<ResourceID> concerned(
      String place, Map<ConfigurationSource, Answer> answers) {
    var wanted = wanted();
    var news = new HashSet<Item>();
    answers.forEach(
        (source, answer) -> {
          var item = new Item(place, source);
          if (wanted.contains(item) && put(item, answer)) {
            news.add(item);
          }
        });
    return wants.entrySet().stream()
        .filter(it -> it.getValue().stream().anyMatch(news::contains))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it is another answer than before. */
  private boolean put(Item item, Answer answer) {
    var now = clock.instant();
    var before = entries.get(item);
    if (answer instanceof Answer.Refused(var failure)) {
      if (before != null && isPassedOver(before, failure, now)) {
        return false;
      }
      var knownAt = before == null ? Instant.EPOCH : before.knownAt();
      if (before != null && isSame(before.answer(), failure)) {
        return false;
      }
      entries.put(item, new Entry(answer, knownAt));
      return true;
    }
    entries.put(item, new Entry(answer, now));
    return before == null || !Objects.equals(before.answer(), answer);
  }

  private boolean isPassedOver(Entry before, Failure failure, Instant now) {
    return !(before.answer() instanceof Answer.Refused)
        && (failure.reason() == Reason.THROTTLED
            || failure.reason() == Reason.UNREACHABLE
            || failure.reason() == Reason.UPSTREAM_ERROR
            || failure.reason() == Reason.KUBERNETES_ERROR)
        && before.knownAt().plus(trustedFor).isAfter(now);
  }

  /** Every request has an id of its own, which is no news. */
  private static boolean isSame(Answer before, Failure failure) {
    return before instanceof Answer.Refused(var former)
        && former.reason() == failure.reason()
        && former.message().equals(failure.message());
  }
}
