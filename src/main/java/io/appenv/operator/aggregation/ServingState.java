package io.appenv.operator.aggregation;

/** Whether autoscalers can read metrics here. */
public sealed interface ServingState {

  /** Nobody wanted it yet, or it is about to begin. */
  record Idle() implements ServingState {}

  record Serving() implements ServingState {}

  /**
   * Another one serves this API in the cluster.
   *
   * @param holder namespace and name of its Service, or what else there is to say of it
   */
  record Taken(String holder) implements ServingState {}

  /**
   * @param why a sentence, the same as long as nothing changes
   */
  record Failing(String why) implements ServingState {}
}
