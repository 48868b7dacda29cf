package io.appenv.operator.contract;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;

/** How one backend is made to show what the contract asks for. */
interface BackendUnderTest {

  /** What has to run beside the operator. */
  void start(Sandbox sandbox);

  void stop() throws Exception;

  /**
   * An environment on this backend.
   *
   * @param patch fields of the spec in YAML's flow style; empty for none
   */
  EnvironmentUnderTest apply(Sandbox sandbox, String patch);

  void awaitRest(EnvironmentUnderTest environment);

  /** Waits until whoever could correct something has looked, more than once. */
  void awaitLooks(Sandbox sandbox, long mark);

  /** Changes something harmless and something disruptive, and asserts what becomes of each. */
  void change(Sandbox sandbox, EnvironmentUnderTest environment, AwsView aws);

  /** Somebody else changes what is declared. */
  void drift(EnvironmentUnderTest environment, AwsView aws);

  boolean isAsDeclared(EnvironmentUnderTest environment, AwsView aws);

  /** Something of somebody else bears the name that a new environment wants. */
  void meetForeigner(Sandbox sandbox, AwsView aws);

  /** After the end of an environment that left its deletion policy to the stage. */
  void assertCopied(EnvironmentUnderTest environment, AwsView aws);

  void assertRetained(EnvironmentUnderTest environment, AwsView aws);
}
