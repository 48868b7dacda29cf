package io.appenv.operator.sandbox.emulation;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** What state each resource of one kind is in. */
final class States {

  private final InstantSource clock;
  private final ReportedStates reported;
  private final Map<Key, Timeline> timelines = new ConcurrentHashMap<>();

  States(InstantSource clock, ReportedStates reported) {
    this.clock = clock;
    this.reported = reported;
  }

  /** Lets the resource pass through other states, starting now. */
  void begin(Key key, UnaryOperator<Timeline> states) {
    timelines.put(key, states.apply(Timeline.from(clock.instant())));
  }

  /** The same, unless it is on its way out of existence already. */
  void beginUnlessLeaving(Key key, UnaryOperator<Timeline> states) {
    timelines.compute(
        key,
        (_, now) ->
            now != null && now.endsGone() ? now : states.apply(Timeline.from(clock.instant())));
  }

  void forget(Key key) {
    timelines.remove(key);
  }

  /**
   * The status AWS would show.
   *
   * @param settled the status when nothing is under way
   */
  String status(Key key, String settled) {
    return reported.of(key.name()).or(() -> underWay(key)).orElse(settled);
  }

  boolean isLeaving(Key key) {
    var timeline = timelines.get(key);
    return timeline != null && timeline.endsGone();
  }

  boolean isGone(Key key) {
    var timeline = timelines.get(key);
    return timeline != null && timeline.isGoneAt(clock.instant());
  }

  private Optional<String> underWay(Key key) {
    return Optional.ofNullable(timelines.get(key))
        .flatMap(timeline -> timeline.statusAt(clock.instant()));
  }
}
