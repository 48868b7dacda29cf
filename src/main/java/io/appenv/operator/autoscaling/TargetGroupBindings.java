package io.appenv.operator.autoscaling;

import java.util.List;

/** Which target groups the AWS Load Balancer Controller fills with the pods of which Services. */
public sealed interface TargetGroupBindings {

  /** One object of kind TargetGroupBinding. */
  record Binding(String namespace, String service, String targetGroupArn) {}

  record Known(List<Binding> bindings) implements TargetGroupBindings {
    public Known {
      bindings = List.copyOf(bindings);
    }
  }

  /**
   * @param why a sentence with the remedy
   */
  record Unknown(String why) implements TargetGroupBindings {}
}
