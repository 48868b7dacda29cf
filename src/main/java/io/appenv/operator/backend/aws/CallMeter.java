package io.appenv.operator.backend.aws;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.metrics.SdkMetric;

/**
 * Counts and times the calls of the AWS SDK, and how often AWS throttled them.
 *
 * @see <a href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/metrics-list.html">
 *     what the SDK tells of a call</a>
 */
final class CallMeter implements MetricPublisher {

  private static final String CALLS = "appenv.aws.calls";
  private static final String THROTTLES = "appenv.aws.throttles";
  private static final String SUCCESS = "Success";

  /** As the SDK names the kind of error. */
  private static final String THROTTLING = "Throttling";

  private final MeterRegistry meters;

  CallMeter(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void publish(MetricCollection call) {
    var service = first(call, CoreMetric.SERVICE_ID).orElse("");
    var operation = first(call, CoreMetric.OPERATION_NAME).orElse("");
    Timer.builder(CALLS)
        .description("Calls of AWS with their repetitions, by what became of them")
        .tags("service", service, "operation", operation, "result", result(call))
        .register(meters)
        .record(first(call, CoreMetric.API_CALL_DURATION).orElse(Duration.ZERO));
    var throttled =
        call.children().stream()
            .filter(it -> first(it, CoreMetric.ERROR_TYPE).filter(THROTTLING::equals).isPresent())
            .count();
    Counter.builder(THROTTLES)
        .description("Attempts of calls that AWS throttled")
        .tags("service", service, "operation", operation)
        .register(meters)
        .increment(throttled);
  }

  /** Of a call that failed: what its last attempt failed with. */
  private static String result(MetricCollection call) {
    if (first(call, CoreMetric.API_CALL_SUCCESSFUL).orElse(false)) {
      return SUCCESS;
    }
    return call.children().stream()
        .flatMap(it -> first(it, CoreMetric.ERROR_TYPE).stream())
        .reduce((_, last) -> last)
        .orElse("Other");
  }

  private static <T> Optional<T> first(MetricCollection call, SdkMetric<T> metric) {
    return call.metricValues(metric).stream().findFirst();
  }

  @Override
  public void close() {}
}
