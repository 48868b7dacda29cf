package io.appenv.operator.testing;

import io.appenv.operator.sandbox.OperatorProcess;
import io.appenv.operator.sandbox.wire.Faults;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * The leader of two operators stops in the middle of a phase for longer than its lease lasts. The
 * other one takes over; when the first comes back, it has to notice and to end.
 */
final class FrozenLeader implements Faults.Rule {

  private static final Duration TO_NOTICE = Duration.ofSeconds(60);

  private final Ground ground;
  private final OperatorProcess leader;
  private final OperatorProcess standby;
  private final Onset onset;

  private FrozenLeader(Ground ground, EnvironmentUnderTest environment) {
    var settings =
        ground.settingsAnd(
            "-Dappenv.leader-election.enabled=true", "-Dkubernetes.namespace=appenv-system");
    this.ground = ground;
    ground.operator().restart(settings);
    this.leader = ground.operator().process();
    this.standby = OperatorProcess.launchBeside(ground.sandbox(), settings);
    this.onset = Onset.atFirstChange(ground, environment, leader::freeze);
  }

  static Faults.Rule begin(Ground ground, Phase phase, EnvironmentUnderTest environment) {
    return new FrozenLeader(ground, environment);
  }

  @Override
  public int applied() {
    return onset.applied();
  }

  @Override
  public void close() {
    onset.close();
    leader.thaw();
    if (onset.applied() > 0) {
      Awaitility.await("the former leader to notice that it is none any more")
          .atMost(TO_NOTICE)
          .until(() -> !leader.isAlive());
    }
    standby.close();
    ground.operator().restart(ground.settings());
  }
}
