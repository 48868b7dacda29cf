package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.ChangePolicy;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.EngineParameter;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Interruption;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.ParameterSetting;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parameters of the engine: at once where they can be, else with a restart in the window. */
class DatabaseParametersTest {

  private final SimulatedDatabase aws = new SimulatedDatabase();
  private final DatabasePasses passes = new DatabasePasses(aws);

  @Test
  void aDynamicParameterIsSetAtOnce() {
    passes.apply(with(Map.of()));
    var wanted = with(Map.of("work_mem", "65536"));

    assertThat(passes.plan(wanted).actions())
        .singleElement()
        .satisfies(it -> assertThat(it.action()).isEqualTo(set("work_mem", "65536", false)))
        .satisfies(it -> assertThat(it.isDisruptive()).isFalse());
    assertThat(passes.apply(wanted)).isEqualTo(Plan.empty());
    assertThat(value("work_mem")).isEqualTo("65536");
  }

  @Test
  void aStaticParameterWaitsForTheRestartInTheWindow() {
    passes.apply(with(Map.of()));
    var wanted = with(Map.of("max_connections", "200"));

    var plan = passes.plan(wanted);
    assertThat(operations(plan))
        .containsExactly("ModifyDBParameterGroup NOW", "RebootDBInstance AFTER_PREVIOUS");
    assertThat(plan.actions().getFirst().action()).isEqualTo(set("max_connections", "200", true));
    assertThat(plan.actions().getLast())
        .returns(ChangeClass.RESTART, PlannedAction::changeClass)
        .returns(Interruption.RESTART, PlannedAction::interruption);

    var end = passes.apply(wanted);
    assertThat(operations(end)).containsExactly("RebootDBInstance WHEN_WINDOW_OPENS");
    assertThat(end.findings())
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.PENDING_MAINTENANCE))
        .satisfies(it -> assertThat(it.message()).contains("parameters wait for is made in"));
    assertThat(aws.instance().awaitsRestart).isTrue();

    assertThat(passes.applyInWindow(wanted)).isEqualTo(Plan.empty());
    assertThat(aws.instance().awaitsRestart).isFalse();
  }

  @Test
  void aRestartIsApprovedTogetherWithWhatNeedsIt() {
    passes.apply(with(Map.of()));
    var wanted = with(Map.of("max_connections", "200"));
    passes.governed().under(ChangePolicy.APPROVE_ALL);
    var hash = passes.plan(wanted).hash();
    passes.governed().under(ChangePolicy.APPROVE_ALL, hash);

    passes.apply(wanted);

    assertThat(passes.applyInWindow(wanted)).isEqualTo(Plan.empty());
  }

  @Test
  void withoutApprovalNothingIsRestarted() {
    passes.apply(with(Map.of()));
    passes.governed().under(ChangePolicy.APPROVE_DISRUPTIVE);
    var wanted = with(Map.of("max_connections", "200"));

    passes.apply(wanted);

    assertThat(operations(passes.applyInWindow(wanted)))
        .containsExactly("RebootDBInstance AFTER_APPROVAL");
    assertThat(aws.instance().awaitsRestart).isTrue();
  }

  @Test
  void whatIsTakenOutGoesBackToItsDefault() {
    passes.apply(with(Map.of("work_mem", "65536", "max_connections", "200")));
    var fewer = with(Map.of("work_mem", "65536"));

    assertThat(operations(passes.plan(fewer)))
        .containsExactly("ResetDBParameterGroup NOW", "RebootDBInstance AFTER_PREVIOUS");
    passes.apply(fewer);
    passes.applyInWindow(fewer);

    assertThat(value("max_connections")).isEqualTo("5000");
    assertThat(value("work_mem")).isEqualTo("65536");
  }

  @Test
  void whatIsSetByHandStaysUntilParametersAreDeclared() {
    var undeclared = DatabaseExample.production();
    passes.apply(undeclared);
    setByHand("log_statement", "ddl");
    assertThat(passes.plan(undeclared)).isEqualTo(Plan.empty());

    passes.apply(with(Map.of()));

    assertThat(value("log_statement")).isEqualTo("none");
  }

  @Test
  void aValueThatIsTheDefaultIsNotSetAgainAndAgain() {
    var wanted = with(Map.of("log_statement", "none", "max_connections", "5000"));
    passes.apply(with(Map.of()));

    assertThat(passes.plan(wanted)).isEqualTo(Plan.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrok_mem", "block_size"})
  void whatCannotBeSetIsNamedAndTheRestIsSet(String name) {
    passes.apply(with(Map.of()));

    var end = passes.apply(with(Map.of(name, "1", "work_mem", "65536")));

    assertThat(value("work_mem")).isEqualTo("65536");
    assertThat(end.actions()).isEmpty();
    assertThat(end.findings())
        .singleElement()
        .isInstanceOf(Failure.Terminal.class)
        .satisfies(it -> assertThat(it.reason()).isEqualTo(Reason.INVALID_REQUEST))
        .satisfies(
            it ->
                assertThat(it.message())
                    .contains(name, "describe-engine-default-parameters", "postgres17"));
  }

  @Test
  void aNewGroupGetsItsParametersBeforeTheInstanceIsMade() {
    var many = new HashMap<String, String>();
    for (var index = 0; index < 45; index++) {
      many.put("made_up.parameter_%02d".formatted(index), "1");
    }

    assertThat(operations(passes.plan(with(many))))
        .containsExactly(
            "CreateDBSubnetGroup NOW",
            "CreateDBParameterGroup NOW",
            "ModifyDBParameterGroup NOW",
            "ModifyDBParameterGroup NOW",
            "ModifyDBParameterGroup NOW",
            "CreateDBInstance NOW");
  }

  @Test
  void theRestartComesAfterWhatElseChanges() {
    passes.apply(with(Map.of()));
    var wanted =
        DatabaseExample.production(
            it -> {
              it.parameters = Map.of("rds.force_ssl", "1", "max_connections", "200");
              it.storageGib = 200;
            });

    assertThat(operations(passes.plan(wanted)))
        .containsExactly(
            "ModifyDBParameterGroup NOW",
            "ModifyDBInstance NOW",
            "RebootDBInstance AFTER_PREVIOUS");
    passes.apply(wanted);
    assertThat(passes.applyInWindow(wanted)).isEqualTo(Plan.empty());
  }

  @Test
  void aBackupDoesNotDisturbWhatWaitsForTheWindow() {
    var wanted = with(Map.of("max_connections", "200"));
    passes.apply(with(Map.of()));
    passes.apply(wanted);
    var before = passes.plan(wanted);
    aws.instance().status = "backing-up";

    assertThat(passes.plan(wanted)).isEqualTo(before);
  }

  private String value(String name) {
    return Optional.ofNullable(group().parameters().get(name))
        .flatMap(EngineParameter::value)
        .orElseThrow();
  }

  private void setByHand(String name, String value) {
    var group = group();
    var all = new HashMap<>(group.parameters());
    all.computeIfPresent(name, (_, parameter) -> parameter.with(value));
    aws.parameterGroup =
        new ParameterGroup(group.name(), group.arn(), group.family(), all, group.tags());
  }

  private ParameterGroup group() {
    var group = aws.parameterGroup;
    if (group == null) {
      throw new AssertionError("there is no parameter group");
    }
    return group;
  }

  private static DatabaseAction set(String name, String value, boolean isStatic) {
    return new DatabaseAction.SetParameters(
        DatabaseExample.PARAMETER_GROUP,
        List.of(new ParameterSetting(name, Optional.of(value), isStatic)));
  }

  private static List<String> operations(Plan plan) {
    return plan.actions().stream()
        .map(planned -> planned.action().operation() + " " + planned.timing())
        .toList();
  }

  private static Desired with(Map<String, String> parameters) {
    return DatabaseExample.production(
        it -> {
          it.parameters = new HashMap<>(parameters);
          it.parameters.put("rds.force_ssl", "1");
          it.keepsOtherParameters = false;
        });
  }
}
