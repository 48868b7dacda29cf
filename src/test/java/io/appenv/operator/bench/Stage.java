package io.appenv.operator.bench;

import io.appenv.operator.sandbox.OperatorProcess;
import io.appenv.operator.sandbox.Sandbox;
import java.util.List;

/** What the measurements share: the sandbox, the fleet, and the operator that runs now. */
final class Stage implements AutoCloseable {

  private final Sandbox sandbox;
  private final Fleet fleet;
  private final FleetWatch watch;
  private final List<String> javaOptions;
  private OperatorProcess operator;
  private Memory memory = new Memory(0, 0);

  Stage(Sandbox sandbox, BenchOptions options) {
    this.sandbox = sandbox;
    this.javaOptions =
        OperatorSettings.javaOptions(sandbox.repository(), options.operatorOptions());
    this.fleet = new Fleet(sandbox.admin(), sandbox.repository(), options.environments());
    this.operator = OperatorProcess.start(sandbox, javaOptions);
    this.watch = new FleetWatch(sandbox.admin());
  }

  Sandbox sandbox() {
    return sandbox;
  }

  Fleet fleet() {
    return fleet;
  }

  FleetWatch watch() {
    return watch;
  }

  List<String> javaOptions() {
    return javaOptions;
  }

  void kill() {
    operator.kill();
  }

  /** Starts it anew and does not wait. */
  OperatorProcess launch() {
    operator = OperatorProcess.launch(sandbox, javaOptions);
    return operator;
  }

  long operatorPid() {
    return operator.pid();
  }

  boolean isOperatorAlive() {
    return operator.isAlive();
  }

  /** The last that was seen, when the operator has died since. */
  Memory memory() {
    if (operator.isAlive()) {
      memory = Memory.of(operator.pid());
    }
    return memory;
  }

  ProcessorUse processorUse() {
    return ProcessorUse.now(operator.pid());
  }

  /** The operator is told to end first: against a dead API server it would not end quickly. */
  @Override
  public void close() {
    watch.close();
    operator.close();
  }
}
