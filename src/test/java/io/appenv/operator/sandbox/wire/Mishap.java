package io.appenv.operator.sandbox.wire;

/** What may happen to an event of a watch. */
public enum Mishap {
  /** It arrives. */
  NOTHING,
  /** It does not arrive before the trouble is over; then all do, in their order. */
  HOLD,
  /** It never arrives. When the trouble is over, the watch has expired. */
  LOSE,
  /** It arrives twice. */
  REPEAT,
  /** It arrives after later ones of other objects; of one object the order stays, as promised. */
  LATE
}
