package io.appenv.operator.reconciler;

import java.util.Optional;

/** The generated passwords of one environment; does not print itself. */
record DataPasswords(Optional<String> database, Optional<String> cache) {

  @Override
  public String toString() {
    return "DataPasswords[...]";
  }
}
