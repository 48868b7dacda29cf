package io.appenv.operator.reconciler;

import io.appenv.operator.config.OperatorConfig;
import io.appenv.operator.configuration.Answer;
import io.appenv.operator.configuration.ConfigurationPort;
import io.appenv.operator.configuration.ConfigurationSource;
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

/** The readers of all regions of which configuration is wanted; each begins when it first is. */
@ApplicationScoped
class ConfigurationReaders {

  private final ConfigurationBoard board;
  private final ConfigurationPort port;
  private final Duration interval;
  private final InstantSource clock;
  private final Map<String, ConfigurationReader> readers = new ConcurrentHashMap<>();
  private volatile Consumer<ResourceID> changed = environment -> {};

  ConfigurationReaders(
      ConfigurationBoard board,
      ConfigurationPort port,
      OperatorConfig config,
      InstantSource clock) {
    this.board = board;
    this.port = port;
    this.interval = config.configuration().interval();
    this.clock = clock;
  }

  /** Is told of each environment for which something is other than it was. */
  void notifyTo(Consumer<ResourceID> listener) {
    changed = listener;
  }

  /** All that one environment wants, in the place of what it wanted before. */
  void want(ResourceID environment, String region, Set<Item> items) {
    if (board.want(environment, items)) {
      readers.computeIfAbsent(region, this::start).wake();
    }
  }

  void forget(ResourceID environment) {
    board.want(environment, Set.of());
  }

  Answer answer(Item item) {
    return board.answer(item);
  }

  private ConfigurationReader start(String region) {
    var reader =
        new ConfigurationReader(
            () -> board.wanted(region), sources -> read(region, sources), interval, clock);
    Thread.ofVirtual().name("configuration-" + region).start(reader);
    return reader;
  }

  private void read(String region, Set<ConfigurationSource> sources) {
    board.read(region, port.read(region, sources), environment -> changed.accept(environment));
  }

  @PreDestroy
  void stop() {
    readers.values().forEach(ConfigurationReader::stop);
  }
}
