package io.appenv.operator.testing;

import io.appenv.operator.sandbox.AwsFoundation;
import io.appenv.operator.sandbox.Sandbox;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/** A load balancer's target group, as far as CloudWatch hears of it. */
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

  /**
   * Reports the requests of each target in a minute that is over.
   *
   * @param minutesAgo 1 for the latest that is over
   */
  public void report(int minutesAgo, int perTarget) {
    var minute =
        Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(minutesAgo, ChronoUnit.MINUTES);
    cloudWatch.putMetricData(
        request ->
            request
                .namespace("AWS/ApplicationELB")
                .metricData(
                    datum ->
                        datum
                            .metricName("RequestCountPerTarget")
                            .dimensions(
                                Dimension.builder()
                                    .name("TargetGroup")
                                    .value("targetgroup/%s/%s".formatted(name, ID))
                                    .build())
                            .timestamp(minute)
                            .value((double) perTarget)));
  }

  @Override
  public void close() {
    cloudWatch.close();
  }
}
