package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.CloudWatchMetricSpec;
import io.appenv.operator.api.v1alpha1.CloudWatchMetricSpec.Statistic;
import io.appenv.operator.api.v1alpha1.ExternalMetricSpec;
import io.appenv.operator.api.v1alpha1.PrometheusQuerySpec;
import io.appenv.operator.api.v1alpha1.RequestsSpec;
import io.appenv.operator.api.v1alpha1.RequestsSpec.Counts;
import io.appenv.operator.api.v1alpha1.RequestsSpec.Source;
import io.appenv.operator.api.v1alpha1.ScalingSpec;
import io.appenv.operator.api.v1alpha1.TierSpec;
import io.appenv.operator.model.MetricName;
import io.appenv.operator.model.RequestScaling;
import io.appenv.operator.model.RequestSource;
import io.appenv.operator.model.RequestSource.Counting;
import io.appenv.operator.model.Stage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code scaling.requestsPerMinute} and where its number comes from. */
final class RequestResolver {

  private static final int MOST = 1_000_000;

  private final Problems problems;
  private final Stage stage;
  private final boolean servesMetrics;

  RequestResolver(Problems problems, Stage stage, boolean servesMetrics) {
    this.problems = problems;
    this.stage = stage;
    this.servesMetrics = servesMetrics;
  }

  /** Why the requests of a tier, its defaults filled in, do not scale it; empty where they do. */
  static Optional<String> notEffective(TierSpec tier, boolean servesMetrics) {
    var scaling = tier.scaling();
    if (scaling == null || scaling.requestsPerMinute() == null) {
      return Optional.empty();
    }
    var field = TierResolver.field(tier) + ".scaling.requestsPerMinute: ";
    if (scaling.requests() == null) {
      return Optional.of(field + "no load balancer counts its requests; write scaling.requests");
    }
    return isServed(scaling.requests(), servesMetrics)
        ? Optional.empty()
        : Optional.of(
            field + "the operator serves no metrics; set appenv.external-metrics.enabled to true");
  }

  private static boolean isServed(RequestsSpec requests, boolean servesMetrics) {
    return servesMetrics || requests.source() == Source.External;
  }

  Optional<RequestScaling> resolve(String field, ScalingSpec scaling) {
    var requests = scaling.requests();
    if (scaling.requestsPerMinute() == null) {
      if (requests != null) {
        problems.add(field + ".requests needs requestsPerMinute; write both, or neither");
      }
      return Optional.empty();
    }
    var target =
        problems.within(field + ".requestsPerMinute", scaling.requestsPerMinute(), 1, MOST);
    return Optional.ofNullable(requests)
        .flatMap(it -> source(field + ".requests", it))
        .filter(source -> servesMetrics || !source.isServed())
        .map(source -> new RequestScaling(target, source));
  }

  private Optional<RequestSource> source(String field, RequestsSpec requests) {
    var counting = requests.counts() == Counts.PerPod ? Counting.PER_POD : Counting.TOTAL;
    return switch (problems.required(
        field + ".source", requests.source(), Source.LoadBalancer, "write LoadBalancer")) {
      case LoadBalancer -> onAws(field, new RequestSource.LoadBalancer());
      case CloudWatch ->
          declared(field + ".cloudWatch", requests.cloudWatch())
              .map(it -> new RequestSource.CloudWatch(metric(it), counting))
              .flatMap(it -> onAws(field, it));
      case Prometheus ->
          declared(field + ".prometheus", requests.prometheus())
              .map(PrometheusQuerySpec::query)
              .map(query -> new RequestSource.Prometheus(query, counting));
      case External ->
          declared(field + ".external", requests.external()).map(it -> external(it, counting));
    };
  }

  private Optional<RequestSource> onAws(String field, RequestSource source) {
    if (stage == Stage.DEVELOPMENT) {
      problems.add(field + ".source needs AWS, which stage Development uses none of");
    }
    return Optional.of(source);
  }

  private <T> Optional<T> declared(String field, @Nullable T block) {
    if (block == null) {
      problems.add(field + " is missing, though it is the source; write it");
    }
    return Optional.ofNullable(block);
  }

  private static MetricName metric(CloudWatchMetricSpec spec) {
    var statistic = spec.statistic() == null ? Statistic.Sum : spec.statistic();
    return new MetricName(spec.namespace(), spec.metricName(), spec.dimensions(), statistic.name());
  }

  private static RequestSource external(ExternalMetricSpec spec, Counting counting) {
    return new RequestSource.External(spec.metricName(), spec.selector(), counting);
  }
}
