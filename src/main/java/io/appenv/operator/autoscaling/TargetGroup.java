package io.appenv.operator.autoscaling;

import io.appenv.operator.model.MetricName;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A target group of a load balancer, as CloudWatch knows it.
 *
 * @param dimension the end of its ARN, such as targetgroup/k8s-shop-frontend/0123456789abcdef
 */
record TargetGroup(String region, String dimension) {

  private static final Pattern ARN =
      Pattern.compile(
          "arn:[a-z-]+:elasticloadbalancing:(?<region>[a-z0-9-]+):[0-9]+:"
              + "(?<dimension>targetgroup/[^/]+/[0-9a-f]+)");

  static Optional<TargetGroup> parse(String arn) {
    return Optional.of(ARN.matcher(arn))
        .filter(matcher -> matcher.matches())
        .map(matcher -> new TargetGroup(matcher.group("region"), matcher.group("dimension")));
  }

  /** Sum is the one statistic it has, and is an average over the targets all the same. */
  MetricName requestsPerTarget() {
    return new MetricName(
        "AWS/ApplicationELB", "RequestCountPerTarget", Map.of("TargetGroup", dimension), "Sum");
  }
}
