package io.appenv.operator.database;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ReplacementTerms;
import io.appenv.operator.model.Sighting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a database can be replaced by a copy of itself that has another key. */
sealed interface ReplacementPath {

  /** RDS takes no longer identifier. */
  int LONGEST_IDENTIFIER = 63;

  /** The key is the one that is declared, or nobody asked for a replacement. */
  record NotWanted() implements ReplacementPath {}

  /** Nothing of it is begun. */
  record Blocked(List<Failure> causes) implements ReplacementPath {}

  /**
   * @param snapshot the name of the snapshot that the copy will be made of
   */
  record Open(String snapshot) implements ReplacementPath {}

  static ReplacementPath of(DatabaseFacts facts, DatabaseInstance instance) {
    if (!isWanted(facts, instance)) {
      return new NotWanted();
    }
    if (!(facts.observed().replacement().snapshots()
        instanceof Sighting.Present<List<DataSnapshot>>(var snapshots))) {
      return new Blocked(List.of(unseen()));
    }
    var causes =
        Stream.of(occupied(facts), tooLong(facts), followed(instance))
            .flatMap(Optional::stream)
            .toList();
    return causes.isEmpty()
        ? new Open(nextName(facts.desired().replacement(), snapshots))
        : new Blocked(causes);
  }

  static boolean isWanted(DatabaseFacts facts, DatabaseInstance instance) {
    return facts.desired().replacement().wanted()
        && RefusedChanges.hasOtherKey(facts.desired(), instance);
  }

  private static String nextName(ReplacementTerms terms, List<DataSnapshot> snapshots) {
    var number = 1;
    while (isTaken(terms.snapshot(number), snapshots)) {
      number++;
    }
    return terms.snapshot(number);
  }

  private static boolean isTaken(String name, List<DataSnapshot> snapshots) {
    return snapshots.stream()
        .map(DataSnapshot::name)
        .anyMatch(it -> it.equals(name) || it.equals(ReplacementTerms.copyOf(name)));
  }

  private static Failure unseen() {
    return new Failure.Waiting(
        Component.DATABASE,
        Reason.OBSERVING,
        "the snapshots of earlier replacements have not been looked at yet");
  }

  private static Optional<Failure> occupied(DatabaseFacts facts) {
    return facts.observed().replacement().former().found().map(it -> occupied(facts, it));
  }

  private static Failure occupied(DatabaseFacts facts, DatabaseInstance former) {
    return Ownership.owns(facts.environment(), former.tags())
        ? refusal(
            "database %s, which the last replacement left, is still kept; delete it in RDS before the next"
                .formatted(former.identifier()))
        : refusal(
            "database %s bears the name under which the replaced one is to be kept, and is not this environment's"
                .formatted(former.identifier()));
  }

  private static Optional<Failure> tooLong(DatabaseFacts facts) {
    var name = facts.desired().replacement().former();
    return Optional.of(name)
        .filter(it -> it.length() > LONGEST_IDENTIFIER)
        .map(
            it ->
                refusal(
                    "the replaced database would be kept as %s, which is longer than the %d characters that RDS takes; rename it first"
                        .formatted(it, LONGEST_IDENTIFIER)));
  }

  /** They would go on following the former one. */
  private static Optional<Failure> followed(DatabaseInstance instance) {
    var replicas = instance.origin().surroundings().replicas();
    return Optional.of(replicas)
        .filter(it -> !it.isEmpty())
        .map(
            it ->
                refusal(
                    "read replicas follow database %s (%s), and would not follow the copy; delete or promote them first"
                        .formatted(instance.identifier(), String.join(", ", it))));
  }

  private static Failure refusal(String message) {
    return new Failure.Terminal(Component.DATABASE, Reason.CHANGE_REFUSED, message);
  }
}
