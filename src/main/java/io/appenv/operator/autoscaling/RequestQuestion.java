package io.appenv.operator.autoscaling;

import io.appenv.operator.autoscaling.TargetGroupBindings.Binding;
import io.appenv.operator.model.MetricName;
import io.appenv.operator.model.RequestSource;
import java.util.List;
import java.util.Optional;

/** What has to be asked to find a number of requests out. */
public sealed interface RequestQuestion {

  /** Of CloudWatch: the sum of these series. */
  record Metrics(List<MetricName> metrics) implements RequestQuestion {
    public Metrics {
      metrics = List.copyOf(metrics);
    }
  }

  /** Of Prometheus. */
  record Query(String query) implements RequestQuestion {}

  /**
   * Nothing can be asked.
   *
   * @param why a sentence with the remedy
   */
  record Unaskable(String why) implements RequestQuestion {}

  static RequestQuestion of(RequestWant want, TargetGroupBindings bindings) {
    return switch (want.source()) {
      case RequestSource.CloudWatch source -> new Metrics(List.of(source.metric()));
      case RequestSource.Prometheus source -> new Query(source.query());
      case RequestSource.LoadBalancer _ ->
          switch (bindings) {
            case TargetGroupBindings.Known known -> balanced(want, known.bindings());
            case TargetGroupBindings.Unknown unknown -> new Unaskable(unknown.why());
          };
      case RequestSource.External _ -> new Unaskable("Another provider serves it.");
    };
  }

  /** Only bindings of the tier's own namespace: others may name a Service of any name. */
  private static RequestQuestion balanced(RequestWant want, List<Binding> bindings) {
    var groups =
        bindings.stream()
            .filter(it -> it.namespace().equals(want.key().namespace()))
            .filter(it -> it.service().equals(want.service()))
            .map(Binding::targetGroupArn)
            .distinct()
            .sorted()
            .toList();
    if (groups.isEmpty()) {
      return new Unaskable(
          "No TargetGroupBinding in namespace %s names Service %s: expose it by an Ingress of the AWS Load Balancer Controller."
              .formatted(want.key().namespace(), want.service()));
    }
    var here =
        groups.stream()
            .map(TargetGroup::parse)
            .flatMap(Optional::stream)
            .filter(group -> want.region().equals(Optional.of(group.region())))
            .map(TargetGroup::requestsPerTarget)
            .toList();
    return here.isEmpty()
        ? new Unaskable(
            "The target group of Service %s is in another region than the environment."
                .formatted(want.service()))
        : new Metrics(here);
  }
}
