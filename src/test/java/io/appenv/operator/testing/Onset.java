package io.appenv.operator.testing;

import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.sandbox.wire.Faults;
import io.appenv.operator.sandbox.wire.Wire;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Something that happens once, at a request of an environment. Closing it waits until it is over;
 * where the request never came, nothing happened.
 */
final class Onset implements Faults.Rule {

  private final Faults.Rule rule;
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  private Onset(Faults faults, Predicate<Call> when, Runnable event) {
    this.rule = faults.once(when, new Fault.After(() -> run(event)));
  }

  /** After the request was carried out and before its answer, which then never comes. */
  static Onset at(Ground ground, Predicate<Call> when, Runnable event) {
    return new Onset(ground.faults(), when, event);
  }

  /** When AWS has carried out the first change of a phase. */
  static Onset atFirstChange(Ground ground, EnvironmentUnderTest environment, Runnable event) {
    return at(
        ground,
        call ->
            call.wire() == Wire.AWS
                && call.isWrite()
                && call.target().contains(environment.awsPrefix()),
        event);
  }

  private void run(Runnable event) {
    try {
      event.run();
      over.complete(null);
    } catch (RuntimeException | Error failed) {
      over.completeExceptionally(failed);
    }
  }

  @Override
  public int applied() {
    return rule.applied();
  }

  @Override
  public void close() {
    rule.close();
    if (rule.applied() > 0) {
      over.join();
    }
  }
}
