package io.appenv.operator.testing;

/** The parts of an environment's life that are looked at one after the other. */
public enum Phase {
  CREATE,
  CHANGE,
  DELETE
}
