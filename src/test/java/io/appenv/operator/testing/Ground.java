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
 */
public record Ground(
    Sandbox sandbox, RunningOperator operator, List<String> settings, AwsView aws) {

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
