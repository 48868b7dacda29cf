package io.appenv.operator.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * What became of listing one kind of thing in one region. Each listing succeeds or fails on its
 * own, so that a refused one holds up only those who need it.
 */
public sealed interface Listing<T> {

  /** Nobody needed it, so nothing is known. */
  record Unlisted<T>() implements Listing<T> {}

  /**
   * Every page was read.
   *
   * @param at when the sweep that read it began; a write made later is not in it
   * @param refused names of what is there, but of which AWS does not tell what has to be known
   */
  record Complete<T>(T value, Instant at, Map<String, Failure> refused) implements Listing<T> {

    public Complete {
      refused = Map.copyOf(refused);
    }

    /** Of which all is known. */
    public Complete(T value, Instant at) {
      this(value, at, Map.of());
    }
  }

  /**
   * It could not be completed.
   *
   * @param former what was listed before; it counts for a while
   * @param since when the first of the failures in a row was met
   */
  record Failed<T>(Failure cause, Optional<Complete<T>> former, Instant since)
      implements Listing<T> {}

  /** One thing by its name. Of what AWS refuses to tell it is not known whose it is. */
  static <T> Sighting<T> look(Listing<Map<String, T>> listing, String name) {
    return listing
        .complete()
        .filter(all -> !all.refused().containsKey(name))
        .map(
            all ->
                Optional.ofNullable(all.value().get(name))
                    .map(Sighting::present)
                    .orElseGet(Sighting::absent))
        .orElseGet(Sighting::unseen);
  }

  static <T> Listing<T> unlisted() {
    return new Unlisted<>();
  }

  /** The last complete listing, this one or a former one. */
  default Optional<Complete<T>> complete() {
    return switch (this) {
      case Unlisted<T> _ -> Optional.empty();
      case Complete<T> complete -> Optional.of(complete);
      case Failed<T> failed -> failed.former();
    };
  }

  /** Unseen where it was never listed. */
  default Sighting<T> seen() {
    return complete().map(Complete::value).map(Sighting::present).orElseGet(Sighting::unseen);
  }

  default Optional<Failure> failure() {
    return this instanceof Failed<T> failed ? Optional.of(failed.cause()) : Optional.empty();
  }

  default boolean isUnlisted() {
    return this instanceof Unlisted<T>;
  }

  /** Whether it shows what was written at that moment. A failed listing shows nothing new. */
  default boolean isCompleteSince(Instant moment) {
    return this instanceof Complete<T> complete && complete.at().isAfter(moment);
  }

  /** The same after one more failure. */
  default Listing<T> failed(Failure failure, Instant at) {
    var since = this instanceof Failed<T> failed ? failed.since() : at;
    return new Failed<>(failure, complete(), since);
  }

  /** The same where what was seen does not answer what is asked. */
  default Listing<T> unanswered() {
    return this instanceof Failed<T> failed
        ? new Failed<>(failed.cause(), Optional.empty(), failed.since())
        : unlisted();
  }

  /** What is left of it when failures that began earlier than that are no longer passed over. */
  default Listing<T> trustedSince(Instant moment) {
    return switch (this) {
      case Failed<T> failed when failed.former().isPresent() && failed.since().isBefore(moment) ->
          new Failed<>(stale(failed), Optional.empty(), failed.since());
      case Failed<T> failed -> failed;
      case Unlisted<T> unlisted -> unlisted;
      case Complete<T> complete -> complete;
    };
  }

  private static Failure stale(Failed<?> failed) {
    var reason = failed.cause();
    return new Failure.Recoverable(
        reason.component(),
        Reason.OBSERVATION_STALE,
        "AWS could not be read since "
            + failed.since().truncatedTo(ChronoUnit.SECONDS)
            + ": "
            + reason.message(),
        reason.cause());
  }
}
