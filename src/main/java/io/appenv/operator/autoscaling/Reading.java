package io.appenv.operator.autoscaling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of asking for one number, again and again.
 *
 * @param last the latest number there was
 * @param trouble why the last time brought none; empty where it did, and before the first time
 */
public record Reading(Optional<Sample> last, Optional<String> trouble) {

  /** What that comes to at a moment. */
  public sealed interface State {
    /** Nobody has asked yet. */
    record Pending() implements State {}

    record Known(Sample sample) implements State {}

    /**
     * @param why a sentence, the same as long as nothing changes
     */
    record Missing(String why) implements State {}
  }

  public static Reading none() {
    return new Reading(Optional.empty(), Optional.empty());
  }

  public Reading with(Sample sample) {
    return new Reading(Optional.of(sample), Optional.empty());
  }

  /** A number that was there before counts on until it is too old. */
  public Reading failing(String why) {
    return new Reading(last, Optional.of(why));
  }

  /**
   * @param freshness the age from which on a number says nothing of now
   */
  public State at(Instant now, Duration freshness) {
    var fresh = last.filter(sample -> sample.at().plus(freshness).isAfter(now));
    if (fresh.isPresent()) {
      return new State.Known(fresh.get());
    }
    if (trouble.isPresent()) {
      return new State.Missing(trouble.get());
    }
    return last.isPresent()
        ? new State.Missing("The last number is older than " + freshness.toMinutes() + " minutes.")
        : new State.Pending();
  }
}
