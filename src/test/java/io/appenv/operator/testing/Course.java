package io.appenv.operator.testing;

/** What its owner does with an environment, and the controllers around it, until it is deleted. */
public interface Course {

  /** Has it made and waits until it has come to rest. */
  void create(EnvironmentUnderTest environment);

  /** Changes it and waits until it has come to rest. */
  void change(EnvironmentUnderTest environment);
}
