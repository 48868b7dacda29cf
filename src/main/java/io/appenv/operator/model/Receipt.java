package io.appenv.operator.model;

import java.util.Optional;

/**
 * What is left of a call that was made.
 *
 * @param requestId the one AWS support asks for; empty where others make the call, as ACK's
 *     controllers do, and where AWS gave none
 */
public record Receipt(Optional<String> requestId) {

  public static Receipt none() {
    return new Receipt(Optional.empty());
  }
}
