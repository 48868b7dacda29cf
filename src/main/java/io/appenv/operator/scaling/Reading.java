package io.appenv.operator.scaling;

/** What came of reading an override. */
sealed interface Reading {

  record Readable(Wish wish) implements Reading {}

  /**
   * @param message one sentence with the remedy
   */
  record Unreadable(String message) implements Reading {}
}
