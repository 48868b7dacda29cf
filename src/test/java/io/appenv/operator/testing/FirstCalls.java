package io.appenv.operator.testing;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.sandbox.wire.Faults;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Has the first write of each kind meet a fault, at some services of AWS. */
public final class FirstCalls {

  private final Set<String> services;
  private final Set<String> struck = ConcurrentHashMap.newKeySet();

  /**
   * @param services by the names that AWS signs requests with, such as s3
   */
  public FirstCalls(Set<String> services) {
    this.services = Set.copyOf(services);
  }

  /** Until the rule is closed. */
  public Faults.Rule meet(Fault fault, Sandbox sandbox) {
    return sandbox.wires().faults().always(this::isFirst, fault);
  }

  private boolean isFirst(Call call) {
    return call.isWrite() && services.contains(call.service()) && struck.add(call.operation());
  }

  /** The operations that met it. */
  public Set<String> struck() {
    return Set.copyOf(struck);
  }
}
