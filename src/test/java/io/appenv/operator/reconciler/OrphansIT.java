package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.Abandoned;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.Settling;
import java.io.IOException;
import java.nio.file.Files;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Data stores whose environment's finalizer was taken away by hand. */
@WithOperator
class OrphansIT {

  @BeforeAll
  static void lookOften(RunningOperator operator) {
    operator.restart(CrashIT.QUICK);
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
  }

  @Test
  void theyAreFoundByTheirTagsToldAndLeftAlone(Sandbox sandbox, RunningOperator operator)
      throws IOException {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    Settling.await(environment);
    var name = environment.awaitDatabaseName();
    assertThat(operator.process().metrics()).doesNotContain(row("DBInstance", name));
    var mark = sandbox.wires().recording().mark();
    environment.abandon(operator.process());

    awaitMetric(operator, row("DBInstance", name), true);
    awaitMetric(operator, row("ReplicationGroup", name), true);
    assertThat(Files.readString(operator.process().log()))
        .containsOnlyOnce("Orphan in ap-northeast-1: DBInstance/" + name)
        .contains(environment.toString());
    assertThat(sandbox.wires().recording().writesSince(mark))
        .noneMatch(it -> it.call().target().contains(name));

    environment.apply("{}");
    environment.awaitReason("DatabaseReady", "NotOurs");
    try (var aws = new AwsView(sandbox)) {
      Abandoned.removeDataStores(aws, name);
      awaitMetric(operator, row("DBInstance", name), false);
      awaitMetric(operator, row("ReplicationGroup", name), false);
      Abandoned.removeGroups(aws, name);
    }
    environment.awaitReady();
    environment.delete();
    environment.awaitGone();
  }

  private static String row(String kind, String name) {
    return "kind=\"%s\",name=\"%s\"".formatted(kind, name);
  }

  private static void awaitMetric(RunningOperator operator, String row, boolean there) {
    Awaitility.await(row + (there ? " to be told" : " to be gone"))
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> operator.process().metrics().contains(row) == there);
  }
}
