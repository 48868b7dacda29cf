package io.appenv.operator.status;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Reads and writes conditions. */
public final class Conditions {

  private Conditions() {}

  public static Optional<Condition> find(List<Condition> conditions, ConditionType type) {
    return conditions.stream().filter(it -> type.word().equals(it.getType())).findFirst();
  }

  /** The time of transition moves with the status and with nothing else, as Kubernetes demands. */
  static Condition write(
      ConditionType type, Verdict verdict, List<Condition> former, long generation, Instant now) {
    var before = find(former, type);
    var since =
        before
            .filter(it -> verdict.truth().word().equals(it.getStatus()))
            .map(Condition::getLastTransitionTime)
            .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
    var formerMessage = before.map(Condition::getMessage).orElse("");
    return new ConditionBuilder()
        .withType(type.word())
        .withStatus(verdict.truth().word())
        .withObservedGeneration(generation)
        .withLastTransitionTime(since)
        .withReason(verdict.reason().word())
        .withMessage(verdict.sentence().given(formerMessage))
        .build();
  }
}
