package io.appenv.operator.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.model.Drift;
import io.appenv.operator.model.Drift.Handling;
import io.appenv.operator.model.DriftMemory;
import io.appenv.operator.resolver.Specs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftStatusTest {

  private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
  private static final String PATH = "database.backup.pointInTime";

  @Test
  void whatIsWrittenIsReadBack() {
    var memory = memory(Handling.ASKED);

    assertThat(DriftRecord.read(status(memory))).isEqualTo(memory);
    assertThat(DriftRecord.read(null)).isEqualTo(DriftMemory.none());
  }

  @Test
  void whatIsReportedLeavesReadyTrueAndIsNamed() {
    var status = status(memory(Handling.REPORTED));

    assertThat(Conditions.find(status.conditions(), ConditionType.READY).orElseThrow().getStatus())
        .isEqualTo("True");
    assertThat(
            Conditions.find(status.conditions(), ConditionType.DATABASE_READY)
                .orElseThrow()
                .getMessage())
        .contains(PATH);
    assertThat(status.drifted()).isEqualTo(PATH);
  }

  @Test
  void aPassWithoutAResolvedSpecKeepsWhatIsRemembered() {
    var known = status(memory(Handling.REPORTED));
    var unresolved =
        Situation.settled().after(known).resolvedAs(Specs.resolve("stage: Production\ntiers: []"));

    assertThat(StatusFactoryTest.create(unresolved))
        .returns(known.drift(), AppEnvironmentStatus::drift)
        .returns(known.drifted(), AppEnvironmentStatus::drifted)
        .returns(known.reached(), AppEnvironmentStatus::reached);
  }

  @Test
  void eachDriftIsToldWhenItAppearsAndWhenItIsOver() {
    var without = status(DriftMemory.none());
    var with = status(memory(Handling.REPORTED));

    assertThat(Transitions.between(without, with))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.type()).isEqualTo("Warning");
              assertThat(it.reason()).isEqualTo("DriftFound");
              assertThat(it.message()).contains(PATH, "14d", "7d", "reported");
            });
    assertThat(Transitions.between(with, with)).isEmpty();
    assertThat(Transitions.between(with, without))
        .extracting(Transition::type, Transition::reason)
        .containsExactly(tuple("Normal", "DriftEnded"));
  }

  private static AppEnvironmentStatus status(DriftMemory memory) {
    return new StatusFactory().create(Situation.settled().input(memory), SINCE);
  }

  private static DriftMemory memory(Handling handling) {
    return new DriftMemory(
        Map.of(PATH, "7"), List.of(new Drift(PATH, "7d", "14d", SINCE, handling)));
  }
}
