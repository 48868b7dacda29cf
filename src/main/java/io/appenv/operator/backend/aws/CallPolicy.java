package io.appenv.operator.backend.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** How long a call may take and when the SDK repeats it. */
final class CallPolicy {

  private static final Duration ATTEMPT = Duration.ofSeconds(20);
  private static final Duration CALL = Duration.ofSeconds(60);

  private CallPolicy() {}

  static ClientOverrideConfiguration reads() {
    return configuration(AwsRetryStrategy.standardRetryStrategy());
  }

  /**
   * A write is repeated only where AWS said that it did nothing because it throttles. After any
   * other failure nobody knows what was done; the next sweep shows it.
   */
  static ClientOverrideConfiguration writes() {
    return configuration(
        DefaultRetryStrategy.standardStrategyBuilder()
            .useClientDefaults(false)
            .treatAsThrottling(CallPolicy::isThrottling)
            .retryOnException(CallPolicy::isThrottling)
            .build());
  }

  private static boolean isThrottling(Throwable failure) {
    return failure instanceof SdkException exception && RetryUtils.isThrottlingException(exception);
  }

  private static ClientOverrideConfiguration configuration(RetryStrategy strategy) {
    return ClientOverrideConfiguration.builder()
        .apiCallAttemptTimeout(ATTEMPT)
        .apiCallTimeout(CALL)
        .retryStrategy(strategy)
        .addExecutionInterceptor(new GenuineAnswers())
        .build();
  }
}
