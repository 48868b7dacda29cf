package io.appenv.operator.sandbox.emulation;

import java.time.Duration;

/** How long the AWS emulation takes for what takes AWS minutes. */
public enum Pace {
  /** A second or two: states such as creating are seen, and a test does not wait long. */
  TEST(1000, 500, 700, 500, 1000),
  /** A few seconds, for a person who watches. */
  DEMO(6000, 4000, 4000, 4000, 5000),
  /** At once, so that a benchmark measures the operator. */
  IMMEDIATE(0, 0, 0, 0, 0);

  final Duration creating;
  final Duration backingUp;
  final Duration modifying;
  final Duration snapshotting;
  final Duration deleting;

  Pace(int creating, int backingUp, int modifying, int snapshotting, int deleting) {
    this.creating = Duration.ofMillis(creating);
    this.backingUp = Duration.ofMillis(backingUp);
    this.modifying = Duration.ofMillis(modifying);
    this.snapshotting = Duration.ofMillis(snapshotting);
    this.deleting = Duration.ofMillis(deleting);
  }
}
