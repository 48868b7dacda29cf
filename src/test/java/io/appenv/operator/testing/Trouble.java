package io.appenv.operator.testing;

import io.appenv.operator.sandbox.wire.Faults;

/** What may befall an environment in every phase of its life. */
public interface Trouble {

  String name();

  /** Whether it strikes the environments beside it too, so that it has to come alone. */
  boolean strikesAll();

  /** Begins before the steps of a phase, and ends when the rule is closed, if not before. */
  Faults.Rule begin(Ground ground, Phase phase, EnvironmentUnderTest environment);
}
