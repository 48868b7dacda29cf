package io.appenv.operator.status;

import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is held of one condition, before it is compared with what was held before. */
record Verdict(Truth truth, Reason reason, Sentence sentence, Weight weight) {

  /** Condition status of Kubernetes. */
  enum Truth {
    TRUE("True"),
    FALSE("False"),
    UNKNOWN("Unknown");

    private final String word;

    Truth(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** What would have to happen next; the first is what people must be told first. */
  enum Weight {
    USER_ACTS,
    TRIED_AGAIN,
    UNDER_WAY,
    NONE
  }

  static Verdict yes(Reason reason, String text) {
    return new Verdict(Truth.TRUE, reason, Sentence.of(text), Weight.NONE);
  }

  static Verdict no(Reason reason, String text, Weight weight) {
    return new Verdict(Truth.FALSE, reason, Sentence.of(text), weight);
  }

  static Verdict unknown(Reason reason, String text) {
    return new Verdict(Truth.UNKNOWN, reason, Sentence.of(text), Weight.UNDER_WAY);
  }

  /** The same with more to say. */
  Verdict and(List<String> sentences) {
    return new Verdict(truth, reason, sentence.and(sentences), weight);
  }

  /** The failure that matters most, first come first among equals. */
  static Optional<Failure> leading(List<Failure> failures) {
    return failures.stream()
        .filter(failure -> failure.reason() != Reason.PENDING_MAINTENANCE)
        .min(Comparator.comparing(Verdict::weight));
  }

  /**
   * What a failure makes of a condition.
   *
   * @param seen whether the thing has been looked at: if not, a failure to act says nothing of it
   */
  static Verdict of(Failure failure, boolean seen) {
    var blind =
        switch (failure) {
          case Failure.Terminal _ -> false;
          case Failure.Recoverable _ -> !seen || isAboutLooking(failure.reason());
          case Failure.Waiting _ -> isAboutLooking(failure.reason());
        };
    var truth = blind ? Truth.UNKNOWN : Truth.FALSE;
    return new Verdict(truth, failure.reason(), Sentence.of(failure), weight(failure));
  }

  private static boolean isAboutLooking(Reason reason) {
    return reason == Reason.OBSERVING || reason == Reason.OBSERVATION_STALE;
  }

  static Weight weight(Failure failure) {
    return switch (failure) {
      case Failure.Terminal _ -> Weight.USER_ACTS;
      case Failure.Recoverable _ -> Weight.TRIED_AGAIN;
      case Failure.Waiting _ -> Weight.UNDER_WAY;
    };
  }
}
