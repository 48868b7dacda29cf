package io.appenv.operator.testing;

import io.appenv.operator.sandbox.AwsFoundation;
import io.appenv.operator.sandbox.Sandbox;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** What CloudWatch hears of a load balancer's target group, and of an application by itself. */
public final class RequestLoad implements AutoCloseable {

  private static final String ID = "0123456789abcdef";

  private final CloudWatchClient cloudWatch;
  private final String name;

  public RequestLoad(Sandbox sandbox, String name) {
    this.cloudWatch = AwsView.client(CloudWatchClient.builder(), sandbox, AwsFoundation.REGION);
    this.name = name;
  }

  /** An object of the AWS Load Balancer Controller that fills it with the pods of a Service. */
  public String binding(String namespace, String service) {
    return """
    apiVersion: elbv2.k8s.aws/v1beta1
    kind: TargetGroupBinding
    metadata: {name: %1$s, namespace: %2$s}
    spec:
      serviceRef: {name: %3$s, port: 80}
      targetGroupARN: arn:aws:elasticloadbalancing:%4$s:123456789012:targetgroup/%1$s/%5$s
    """
        .formatted(name, namespace, service, AwsFoundation.REGION, ID);
  }

  /** The metric that an application reports, as a manifest names it. */
  public String ownMetric() {
    return "{namespace: Shop, metricName: Requests, dimensions: {Shop: %s}, statistic: Sum}"
        .formatted(name);
  }

  /**
   * Reports the requests of each target in a minute that is over.
   *
   * @param minutesAgo 1 for the latest that is over
   */
  public void report(int minutesAgo, int perTarget) {
    put(
        "AWS/ApplicationELB",
        datum("RequestCountPerTarget", minutesAgo, perTarget)
            .dimensions(
                Dimension.builder()
                    .name("TargetGroup")
                    .value("targetgroup/%s/%s".formatted(name, ID))
                    .build()));
  }

  /**
   * Reports the requests of all pods in a minute that is over, as the application's own metric.
   *
   * @param minutesAgo 1 for the latest that is over
   */
  public void reportOwn(int minutesAgo, int total) {
    put(
        "Shop",
        datum("Requests", minutesAgo, total)
            .dimensions(Dimension.builder().name("Shop").value(name).build()));
  }

  private static MetricDatum.Builder datum(String metric, int minutesAgo, int value) {
    var minute =
        Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(minutesAgo, ChronoUnit.MINUTES);
    return MetricDatum.builder().metricName(metric).timestamp(minute).value((double) value);
  }

  private void put(String namespace, MetricDatum.Builder datum) {
    cloudWatch.putMetricData(request -> request.namespace(namespace).metricData(datum.build()));
  }

  @Override
  public void close() {
    cloudWatch.close();
  }
}
