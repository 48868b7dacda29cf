package io.appenv.operator.sandbox.emulation;

/** How long the AWS emulation takes for what takes AWS minutes. */
public enum Pace {
  /** A second or two: states such as creating are seen, and a test does not wait long. */
  TEST,
  /** A few seconds, for a person who watches. */
  DEMO,
  /** At once, so that a benchmark measures the operator. */
  IMMEDIATE
}
