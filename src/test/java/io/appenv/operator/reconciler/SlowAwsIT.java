package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.Belongings;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.FaultScope;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A call that AWS carries out and does not answer for minutes holds up its own environment only.
 */
@WithOperator
@EnabledIfSystemProperty(named = FaultScope.PROPERTY, matches = "true")
class SlowAwsIT {

  private static final Duration HANG = Duration.ofSeconds(120);

  @Test
  void othersAreServedMeanwhile(Sandbox sandbox) {
    var slow = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    var recording = sandbox.wires().recording();
    var mark = recording.mark();
    try (var aws = new AwsView(sandbox);
        var hanging =
            sandbox
                .wires()
                .faults()
                .once(
                    call -> isCreation(call, slow),
                    new Fault.Alter(
                        (_, answer) -> {
                          LockSupport.parkNanos(HANG.toNanos());
                          return answer;
                        }))) {
      slow.apply("{}");
      var other = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
      other.awaitReady();
      slow.awaitReady();
      assertThat(hanging.applied()).isOne();
      assertThat(recording.since(mark, call -> isCreation(call, slow)))
          .as("creations that were answered, or repeated, by now")
          .isEmpty();
      Belongings.assertOneOfEach(slow, aws);
      slow.delete();
      other.delete();
      slow.awaitGone();
      other.awaitGone();
    }
  }

  private static boolean isCreation(Call call, EnvironmentUnderTest environment) {
    return call.operation().equals("CreateDBInstance")
        && call.target().contains(environment.awsPrefix());
  }
}
