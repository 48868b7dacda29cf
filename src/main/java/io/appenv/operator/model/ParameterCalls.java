package io.appenv.operator.model;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;

/** The calls that bring the parameters of a group to what is wanted of them. */
public final class ParameterCalls {

  /** Neither RDS nor ElastiCache takes more, to set or to reset. */
  private static final int MOST_IN_A_CALL = 20;

  private ParameterCalls() {}

  /**
   * @param call what sets some of them
   */
  public static Plan set(
      List<ParameterSetting> parameters, Function<List<ParameterSetting>, Action> call) {
    return plan(
        parameters,
        call,
        some ->
            "parameters differ: "
                + some.stream().map(it -> it.name() + "=" + it.value().orElse("")).toList());
  }

  /**
   * @param family whose defaults they get
   * @param call what resets some of them
   */
  public static Plan reset(
      String family,
      List<ParameterSetting> parameters,
      Function<List<ParameterSetting>, Action> call) {
    return plan(
        parameters,
        call,
        some ->
            "parameters go back to the default of %s: %s"
                .formatted(family, some.stream().map(ParameterSetting::name).toList()));
  }

  private static Plan plan(
      List<ParameterSetting> parameters,
      Function<List<ParameterSetting>, Action> call,
      Function<List<ParameterSetting>, String> reason) {
    return Plan.of(
        parameters.stream()
            .gather(Gatherers.windowFixed(MOST_IN_A_CALL))
            .map(
                some ->
                    PlannedAction.now(call.apply(some), reason.apply(some), ChangeClass.IN_PLACE))
            .toList());
  }
}
