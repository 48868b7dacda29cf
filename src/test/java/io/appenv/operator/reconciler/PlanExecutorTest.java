package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanExecutorTest {

  private static final Set<Component> BOTH = Set.of(Component.DATABASE, Component.CACHE);
  private static final PlannedAction PASSWORD = now(new DatabaseAction.ResetPassword("db"));
  private static final PlannedAction GROUP = now(new DatabaseAction.DeleteParameterGroup("db"));
  private static final PlannedAction TOKEN = now(new CacheAction.ResetToken("cache"));

  private final ScriptedRegion aws = new ScriptedRegion();
  private final List<String> audited = new ArrayList<>();

  @Test
  void callsWhatThePlanListsInItsOrder() {
    assertThat(execute(Plan.of(GROUP, TOKEN, PASSWORD), BOTH)).isEmpty();
    assertThat(aws.asked)
        .containsExactly("DeleteDBParameterGroup", "ModifyReplicationGroup", "ModifyDBInstance");
  }

  @Test
  void whatBuildsOnAFailedCallIsNotTriedAndTheOtherPartGoesOn() {
    aws.denied.add("ModifyDBInstance");

    assertThat(execute(Plan.of(PASSWORD, GROUP, TOKEN), BOTH)).containsOnlyKeys(Component.DATABASE);
    assertThat(aws.asked).containsExactly("ModifyDBInstance", "ModifyReplicationGroup");
  }

  @Test
  void onlyThePartsThatAreDueAreCalled() {
    execute(Plan.of(PASSWORD, TOKEN), Set.of(Component.CACHE));

    assertThat(aws.asked).containsExactly("ModifyReplicationGroup");
  }

  @ParameterizedTest
  @EnumSource
  void whatWaitsIsNotCalled(Timing timing) {
    var called = timing == Timing.NOW || timing == Timing.MAINTENANCE_WINDOW;
    execute(Plan.of(PASSWORD.at(timing)), BOTH);

    assertThat(aws.asked).hasSize(called ? 1 : 0);
  }

  /** Nobody knows what a call did that ended so: it is looked at, and tried again. */
  @Test
  void aDefectIsAFailureLikeOthers() {
    aws.defective.add("ModifyDBInstance");

    assertThat(execute(Plan.of(PASSWORD, TOKEN), BOTH).get(Component.DATABASE))
        .isInstanceOfSatisfying(
            Failure.Recoverable.class,
            failure -> assertThat(failure.reason()).isEqualTo(Reason.UPSTREAM_ERROR));
    assertThat(aws.asked).hasSize(2);
  }

  @Test
  void eachCallIsToldWithWhatBecameOfIt() {
    aws.denied.add("ModifyDBInstance");
    aws.defective.add("ModifyReplicationGroup");
    execute(Plan.of(GROUP, PASSWORD, GROUP, TOKEN), BOTH);

    assertThat(audited)
        .containsExactly(
            "DeleteDBParameterGroup request-of-DeleteDBParameterGroup",
            "ModifyDBInstance AccessDenied",
            "ModifyReplicationGroup UpstreamError");
  }

  private Map<Component, Failure> execute(Plan plan, Set<Component> parts) {
    return aws.executor()
        .execute(
            Example.desired(),
            Observed.unseen(),
            plan,
            parts,
            new DataPasswords(Optional.empty(), Optional.empty()),
            (planned, receipt, failure) ->
                audited.add(
                    "%s %s"
                        .formatted(
                            planned.action().operation(),
                            failure
                                .map(it -> it.reason().word())
                                .or(receipt::requestId)
                                .orElse(""))));
  }

  private static PlannedAction now(Action action) {
    return PlannedAction.now(action, "for a test", ChangeClass.IN_PLACE);
  }
}
