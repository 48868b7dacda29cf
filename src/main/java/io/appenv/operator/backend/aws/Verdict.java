package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Failure;

/** What became of a call that AWS did not simply accept. */
sealed interface Verdict {

  Failure failure();

  /** AWS said that the thing does not exist: what a delete wants to hear. */
  record Gone(Failure failure) implements Verdict {}

  /** Anything else that kept the call from being carried out. */
  record Refused(Failure failure) implements Verdict {}
}
