package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.CrashRound;
import io.appenv.operator.testing.CrashSeries;
import io.appenv.operator.testing.Ground;
import io.appenv.operator.testing.KillPoint;
import io.appenv.operator.testing.Surroundings;
import io.appenv.operator.testing.WholeCourse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The operator is killed at what {@code CrashIT} does not come to: each kind of request about the
 * way in and about what pods carry, while an environment with everything is created, gets another
 * host, and is deleted. Each phase must end as the undisturbed one did.
 */
@WithOperator
class WholeEnvironmentFaultsIT {

  private static final Pattern REQUESTS =
      Pattern.compile(
          "(RequestCertificate|ChangeResourceRecordSets|DeleteCertificate) .+"
              + "|(patch|delete) ingresses .+"
              + "|patch securitygrouppolicies .+/production-backend");

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
  }

  @Test
  void everyKillPointEndsAsTheUndisturbedRun(Sandbox sandbox, RunningOperator operator)
      throws InterruptedException {
    operator.stop();
    try (var surroundings = new Surroundings(sandbox);
        var course = new WholeCourse(sandbox, "");
        var aws = new AwsView(sandbox)) {
      var settings = surroundings.settingsAnd(CrashIT.QUICK);
      operator.restart(settings);
      var ground = new Ground(sandbox, operator, settings, aws, course);
      var undisturbed = CrashRound.undisturbed(ground).at(WholeEnvironmentFaultsIT::isChosen);
      var series = new CrashSeries(ground, undisturbed);
      series.run();
      series.report().forEach(System.out::println);
      operator.stop();
      assertThat(series.differences()).isEmpty();
      assertThat(series.missed()).as("writes at which the operator was never killed").isEmpty();
    }
  }

  private static boolean isChosen(KillPoint point) {
    return REQUESTS.matcher(point.request()).matches();
  }
}
