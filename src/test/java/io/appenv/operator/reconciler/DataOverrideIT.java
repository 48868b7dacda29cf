package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.Readiness;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.MaintenanceWindows;
import io.appenv.operator.testing.OverrideUnderTest;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An override has larger data stores as a changed manifest would, and so the way back. */
@WithOperator
class DataOverrideIT {

  @Test
  void largerDataStoresAreAskedForBothWays(Sandbox sandbox) {
    var environment =
        EnvironmentUnderTest.ofOverlay(
            sandbox.admin(),
            "production",
            """
            spec:
              operations:
                changes: ApproveDisruptive
                maintenanceWindow: {window: '%s'}
                overrides: {dataServices: Allowed}
            """
                .formatted(MaintenanceWindows.open()));
    environment.awaitReady();
    var sale =
        OverrideUnderTest.now(
            environment, "sale", "database: {instanceClass: db.t3.large}\ncache: {nodes: 3}");

    var waiting =
        sale.await(
            "the plan", it -> it.message() != null && it.message().contains("after approval"));
    assertThat(waiting.readiness()).isEqualTo(Readiness.Late);
    assertThat(waiting.message()).contains("The database is not db.t3.large yet");
    try (var aws = new AwsView(sandbox)) {
      assertThat(instanceClass(aws, environment)).isEqualTo("db.t3.medium");

      environment.approve();
      sale.awaitReadiness(Readiness.Ready);
      assertThat(instanceClass(aws, environment)).isEqualTo("db.t3.large");
      assertThat(nodes(aws, environment)).isEqualTo(3);
      assertThat(Objects.requireNonNull(environment.status().effective()).overrides())
          .anyMatch(it -> it.startsWith("database: db.t3.large instead of db.t3.medium, by"))
          .anyMatch(it -> it.startsWith("cache: 3 nodes instead of 2, by"));

      sale.delete();
      environment.approve();
      environment.await(
          "the manifest's own sizes",
          _ ->
              instanceClass(aws, environment).equals("db.t3.medium")
                  && nodes(aws, environment) == 2);
    }
    environment.awaitReady();
    environment.delete();
    environment.awaitGone();
  }

  private static String instanceClass(AwsView aws, EnvironmentUnderTest environment) {
    return aws.instance(environment.awsPrefix()).orElseThrow().dbInstanceClass();
  }

  private static int nodes(AwsView aws, EnvironmentUnderTest environment) {
    return aws.group(environment.awsPrefix()).orElseThrow().memberClusters().size();
  }
}
