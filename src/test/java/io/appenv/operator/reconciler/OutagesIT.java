package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.sandbox.wire.Wire;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.Belongings;
import io.appenv.operator.testing.EnvironmentUnderTest;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Times in which no request gets through at all. */
@WithOperator
class OutagesIT {

  private static AwsView aws;

  @BeforeAll
  static void look(Sandbox sandbox) {
    aws = new AwsView(sandbox);
  }

  @AfterAll
  static void close() {
    aws.close();
  }

  /** For both wires: nothing gets through at all, and then everything does. */
  @Test
  void anOutageIsWaitedOut(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var faults = sandbox.wires().faults();
    try (var cluster = faults.always(isAbout(environment), new Fault.LoseRequest());
        var cloud =
            faults.always(
                call -> call.wire() == Wire.AWS && call.isWrite(), new Fault.LoseRequest())) {
      environment.apply("{}");
      Awaitility.await("some attempts")
          .atMost(EnvironmentUnderTest.PATIENCE)
          .until(() -> cluster.applied() >= 3);
      assertThat(cloud.applied()).isZero();
      assertThat(aws.groupNames(environment.awsPrefix())).isEmpty();
    }
    environment.awaitReady();
    Belongings.assertOneOfEach(environment, aws);
    environment.delete();
    environment.awaitGone();
  }

  private static Predicate<Call> isAbout(EnvironmentUnderTest environment) {
    return call ->
        call.wire() == Wire.KUBERNETES
            && call.isWrite()
            && call.target().startsWith(environment.namespace() + "/");
  }
}
