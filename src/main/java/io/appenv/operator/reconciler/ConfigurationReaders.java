package io.appenv.operator.reconciler;

import io.appenv.operator.config.OperatorConfig;
import io.appenv.operator.configuration.Answer;
import io.appenv.operator.configuration.ConfigurationPort;
import io.appenv.operator.configuration.ConfigurationSource;
import io.appenv.operator.reading.PlaceReader;
import io.appenv.operator.reconciler.ConfigurationBoard.Item;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The readers of all places of which configuration is wanted; each begins when it first is. */
@ApplicationScoped
class ConfigurationReaders {

  private final ConfigurationBoard board;
  private final ConfigurationPort port;
  private final SecretKeys secrets;
  private final Duration interval;
  private final InstantSource clock;
  private final Map<String, PlaceReader<ConfigurationSource>> readers = new ConcurrentHashMap<>();
  private volatile Consumer<ResourceID> changed = environment -> {};

  ConfigurationReaders(
      ConfigurationBoard board,
      ConfigurationPort port,
      SecretKeys secrets,
      OperatorConfig config,
      InstantSource clock) {
    this.board = board;
    this.port = port;
    this.secrets = secrets;
    this.interval = config.configuration().interval();
    this.clock = clock;
  }

  /** Is told of each environment for which something is other than it was. */
  void notifyTo(Consumer<ResourceID> listener) {
    changed = listener;
  }

  /** All that one environment wants, in the place of what it wanted before. */
  void want(ResourceID environment, Set<Item> items) {
    if (board.want(environment, items)) {
      items.stream()
          .map(Item::place)
          .collect(Collectors.toSet())
          .forEach(place -> readers.computeIfAbsent(place, this::start).wake());
    }
  }

  void forget(ResourceID environment) {
    board.want(environment, Set.of());
  }

  Answer answer(Item item) {
    return board.answer(item);
  }

  private PlaceReader<ConfigurationSource> start(String place) {
    return new PlaceReader<>(
            "configuration-" + place,
            () -> board.wanted(place),
            sources -> read(place, sources),
            interval,
            clock)
        .start();
  }

  private void read(String place, Set<ConfigurationSource> sources) {
    var answers =
        place.equals(ConfigurationBoard.CLUSTER)
            ? secrets.read(sources)
            : port.read(place, sources);
    board.read(place, answers, environment -> changed.accept(environment));
  }

  @PreDestroy
  void stop() {
    readers.values().forEach(PlaceReader::stop);
  }
}
