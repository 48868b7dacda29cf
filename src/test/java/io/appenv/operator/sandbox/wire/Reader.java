package io.appenv.operator.sandbox.wire;

/** Tells what a request asks for. */
interface Reader {

  Call read(long number, Request request);

  /**
   * Whether the operator sent it: what others send is passed on, and neither recorded nor harmed.
   */
  default boolean isOperators(Request request) {
    return true;
  }

  /** A request whose answer is passed on piece by piece, because it has no end. */
  default boolean isStream(Call call) {
    return false;
  }

  /** Told of what came of a request, whoever sent it. */
  default void learn(Call call, Answer answer) {}
}
