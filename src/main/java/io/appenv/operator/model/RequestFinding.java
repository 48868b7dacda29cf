package io.appenv.operator.model;

/**
 * Whether the number of requests of a tier is known.
 *
 * @param source the word of the spec for where it comes from
 * @param reason AVAILABLE where it is
 * @param message one sentence; empty where the number is known
 */
public record RequestFinding(String tier, String source, Reason reason, String message) {

  public boolean isAmiss() {
    return reason == Reason.REQUESTS_UNREAD || reason == Reason.METRICS_API_TAKEN;
  }
}
