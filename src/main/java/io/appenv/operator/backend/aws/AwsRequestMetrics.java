package io.appenv.operator.backend.aws;

import io.appenv.operator.autoscaling.RequestMetrics;
import io.appenv.operator.autoscaling.Sample;
import io.appenv.operator.model.MetricName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Numbers of requests as Amazon CloudWatch tells them. */
@ApplicationScoped
public class AwsRequestMetrics implements RequestMetrics {

  private final AwsRegions regions;

  @Inject
  public AwsRequestMetrics(AwsRegions regions) {
    this.regions = regions;
  }

  @Override
  public Map<MetricName, Sample> latest(
      String region, Set<MetricName> metrics, Instant from, Instant until) {
    return regions.region(region).metrics().latest(region, metrics, from, until);
  }
}
