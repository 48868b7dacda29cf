package io.appenv.operator.autoscaling;

/** A Prometheus, as far as it is asked for numbers of requests. */
public interface RequestQueries {

  /**
   * @param query in PromQL
   * @throws io.appenv.operator.model.FailureException when the answer is not one number
   */
  Sample ask(String query);
}
