package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import org.junit.jupiter.api.Test;

/** An environment from its manifest to its end, on a real API server and an AWS endpoint. */
@WithOperator
class LifeCycleIT {

  @Test
  void productionIsAsItsManifestSays(Sandbox sandbox, RunningOperator operator) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    try (var aws = new AwsView(sandbox)) {
      var database = aws.instance(environment.awsPrefix()).orElseThrow();
      assertThat(database.dbInstanceClass()).isEqualTo("db.t3.medium");
      environment.delete();
      environment.awaitGone();
      assertThat(aws.instance(environment.awsPrefix())).isEmpty();
    }
  }
}
