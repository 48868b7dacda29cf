package io.appenv.operator.requests;

import io.appenv.operator.autoscaling.RequestWant;
import io.appenv.operator.config.OperatorConfig;
import io.appenv.operator.reading.PlaceReader;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The readers of all places from which a number is wanted; each begins when it first is. */
@ApplicationScoped
public class RequestReaders {

  private final RequestBoard board;
  private final RequestReading reading;
  private final RequestNews news;
  private final Duration interval;
  private final InstantSource clock;
  private final Map<Place, PlaceReader<RequestWant>> readers = new ConcurrentHashMap<>();

  @Inject
  public RequestReaders(
      RequestBoard board,
      RequestReading reading,
      RequestNews news,
      OperatorConfig config,
      InstantSource clock) {
    this.board = board;
    this.reading = reading;
    this.news = news;
    this.interval = config.externalMetrics().interval();
    this.clock = clock;
  }

  /** Makes sure that somebody reads; every call but the first costs nothing. */
  public void begin() {
    board.notifyTo(this::wanted);
  }

  private void wanted(RequestWant want) {
    readers.computeIfAbsent(Place.of(want), this::start).wake();
  }

  private PlaceReader<RequestWant> start(Place place) {
    return new PlaceReader<>("requests-" + place, () -> wants(place), this::read, interval, clock)
        .start();
  }

  private List<RequestWant> wants(Place place) {
    return board.wants().stream().filter(want -> Place.of(want).equals(place)).toList();
  }

  private void read(Set<RequestWant> wants) {
    reading.read(wants);
    news.tell(wants);
  }

  @PreDestroy
  void stop() {
    readers.values().forEach(PlaceReader::stop);
  }
}
