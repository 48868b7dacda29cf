package io.appenv.operator.demo;

/** Why the demo cannot go on, in one sentence for the person who started it. */
final class DemoFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemoFailure(String message) {
    super(message);
  }
}
