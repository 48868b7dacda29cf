package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.Disturbance;
import io.appenv.operator.testing.FaultScope;
import io.appenv.operator.testing.FaultSeries;
import io.appenv.operator.testing.FormerVersion;
import io.appenv.operator.testing.Ground;
import io.appenv.operator.testing.Ordeal;
import io.appenv.operator.testing.Trouble;
import io.appenv.operator.testing.WatchTrouble;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A whole create, change and delete under each kind of fault. Each phase must end as the
 * undisturbed one did, with nothing made twice and nothing left behind.
 */
@WithOperator
class FaultsIT {

  /** Those of every test run; the others take longer, or are of a kind with one of these. */
  private static final Set<Trouble> OF_EVERY_RUN =
      Set.of(
          Disturbance.AWS_LOSES_THE_REQUEST,
          Disturbance.AWS_THROTTLES_EVERY_WRITE_ONCE,
          Disturbance.AWS_DOES_NOT_SHOW_IT_YET,
          Disturbance.THE_API_SERVER_LOSES_THE_REQUEST,
          Disturbance.THE_API_SERVER_LOSES_THE_ANSWER,
          Disturbance.THE_API_SERVER_FAILS_AFTER_THE_WRITE,
          Disturbance.THE_API_SERVER_SEES_A_CONFLICT,
          WatchTrouble.THE_WATCH_IS_FROZEN,
          WatchTrouble.EVENTS_ARE_LOST_UNTIL_410,
          Ordeal.A_RESTART_WITH_STALE_LISTS);

  /** So that a refused status is written again within the time a test has. */
  private static final List<String> SETTINGS =
      Stream.concat(
              CrashIT.QUICK.stream(),
              Stream.of(
                  "-Dquarkus.operator-sdk.controllers.appenvironment.retry.interval.max=2000"))
          .toList();

  @BeforeAll
  static void quickOperator(RunningOperator operator) {
    operator.restart(SETTINGS);
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
  }

  @Test
  void everyDisturbedLifeGoesAsTheUndisturbedOne(Sandbox sandbox, RunningOperator operator)
      throws InterruptedException {
    try (var aws = new AwsView(sandbox)) {
      var series = new FaultSeries(new Ground(sandbox, operator, SETTINGS, aws), troubles(sandbox));
      series.run();
      series.report().forEach(System.out::println);
      assertThat(series.differences()).isEmpty();
      assertThat(series.missed()).as("faults that struck nothing").isEmpty();
    }
  }

  /** {@code make faults} has them all; the name of one in {@code appenv.faults.only} picks it. */
  private static List<Trouble> troubles(Sandbox sandbox) {
    var only = System.getProperty("appenv.faults.only", "");
    return Stream.of(Disturbance.values(), WatchTrouble.values(), Ordeal.values())
        .flatMap(Stream::<Trouble>of)
        .filter(
            it ->
                only.isEmpty()
                    ? FaultScope.isWhole() || OF_EVERY_RUN.contains(it)
                    : List.of(only.split(",")).contains(it.name()))
        .filter(it -> it != Ordeal.AN_UPGRADE_IN_BETWEEN || hasFormerVersion(sandbox))
        .toList();
  }

  private static boolean hasFormerVersion(Sandbox sandbox) {
    var found = FormerVersion.find(sandbox.repository()).isPresent();
    if (!found) {
      System.out.println(
          "faults, an_upgrade_in_between: SKIPPED, as this is no checkout with its whole Git history;"
              + " git fetch --unshallow brings it");
    }
    return found;
  }
}
