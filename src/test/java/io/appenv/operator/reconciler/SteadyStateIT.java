package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Recording;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.EnvironmentUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Once everything is Ready nothing is written, and what is read does not grow with the number. */
@WithOperator
class SteadyStateIT {

  private static final int SWEEPS = 6;

  private static final Set<String> DATA_STORES =
      Set.of("DescribeDBInstances", "DescribeReplicationGroups");

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
  }

  @Test
  void nothingIsWrittenAndOneSweepServesAll(Sandbox sandbox, RunningOperator operator) {
    operator.restart(List.of("-Dappenv.sweep.idle-interval=1s"));
    var first = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    first.awaitReady();
    var alone = readsOfSweeps(sandbox);

    var others =
        Stream.of("production", "staging", "staging", "development")
            .map(overlay -> EnvironmentUnderTest.ofOverlay(sandbox.admin(), overlay))
            .toList();
    others.forEach(EnvironmentUnderTest::awaitReady);
    var together = readsOfSweeps(sandbox);

    // The services are swept side by side, so one may have begun once more than the other.
    assertThat(together).isBetween(alone - 1, alone + 1);
    var all = Stream.concat(Stream.of(first), others.stream()).toList();
    all.forEach(EnvironmentUnderTest::delete);
    all.forEach(EnvironmentUnderTest::awaitGone);
  }

  /** The data stores are listed by every sweep: how often, and by how many calls, in several. */
  private static long readsOfSweeps(Sandbox sandbox) {
    awaitQuiet(sandbox);
    var mark = sandbox.wires().recording().mark();
    Awaitility.await(SWEEPS + " sweeps")
        .atMost(Duration.ofSeconds(60))
        .until(() -> sweeps(sandbox, mark).size() > SWEEPS);
    assertThat(sandbox.wires().recording().writesSince(mark)).isEmpty();
    assertThat(sandbox.wires().recording().since(mark, call -> call.wire() == Wire.KUBERNETES))
        .as("requests to the API server other than watches")
        .allMatch(entry -> entry.call().operation().startsWith("watch "));
    // From the first call of one sweep to the first call of the last: whole sweeps.
    var first = sweeps(sandbox, mark).getFirst().call().number();
    var last = sweeps(sandbox, mark).get(SWEEPS).call().number();
    var reads =
        sandbox.wires().recording().since(first - 1, call -> call.number() < last).stream()
            .map(entry -> entry.call().operation())
            .toList();
    assertThat(reads.stream().filter("DescribeCacheClusters"::equals).count())
        .as("listings of nodes, which belong to every tenth sweep")
        .isLessThanOrEqualTo(1);
    return reads.stream().filter(DATA_STORES::contains).count();
  }

  /** The first write after which a whole sweep saw nothing more to write. */
  private static void awaitQuiet(Sandbox sandbox) {
    Awaitility.await("a sweep without writes")
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              var mark = sandbox.wires().recording().mark();
              Awaitility.await().until(() -> sweeps(sandbox, mark).size() >= 3);
              return sandbox.wires().recording().writesSince(mark).isEmpty();
            });
  }

  private static List<Recording.Entry> sweeps(Sandbox sandbox, long mark) {
    return sandbox
        .wires()
        .recording()
        .since(mark, call -> call.operation().equals("DescribeDBInstances"));
  }
}
