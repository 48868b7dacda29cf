package io.appenv.operator.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One environment for many tests, and another one after a test that left it out of order. */
public final class SharedEnvironment {

  private final Supplier<EnvironmentUnderTest> maker;
  private final List<EnvironmentUnderTest> made = new ArrayList<>();
  private boolean inOrder;

  public SharedEnvironment(Supplier<EnvironmentUnderTest> maker) {
    this.maker = maker;
  }

  /** To be given back; a test that fails does not come to that. */
  public EnvironmentUnderTest take() {
    if (!inOrder) {
      made.add(maker.get());
    }
    inOrder = false;
    return made.getLast();
  }

  public void giveBack() {
    inOrder = true;
  }

  /** Waits for their end too: what is left would be in the way of tests that count requests. */
  public void deleteAll() {
    made.forEach(EnvironmentUnderTest::delete);
    made.forEach(EnvironmentUnderTest::awaitGone);
  }
}
