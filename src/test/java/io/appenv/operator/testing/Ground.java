package io.appenv.operator.testing;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.wire.Faults;
import io.appenv.operator.sandbox.wire.Watches;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all lives of a series share.
 *
 * @param settings of the operator, for the Java machine
 * @param course what their owners do
 */
public record Ground(
    Sandbox sandbox, RunningOperator operator, List<String> settings, AwsView aws, Course course) {

  public Ground(Sandbox sandbox, RunningOperator operator, List<String> settings, AwsView aws) {
    this(sandbox, operator, settings, aws, new UsualCourse());
  }

  Faults faults() {
    return sandbox.wires().faults();
  }

  Watches watches() {
    return sandbox.wires().watches();
  }

  List<String> settingsAnd(String... more) {
    return Stream.concat(settings.stream(), Stream.of(more)).toList();
  }
}
