package io.appenv.operator.backend.aws;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.sandbox.Sandbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The ports on the AWS of a sandbox, found as the operator finds it: by the SDK's own settings. */
final class SandboxAws implements AutoCloseable {

  private static final Optional<String> SECRET = Optional.of(UUID.randomUUID().toString());

  private final Map<String, @Nullable String> before = new HashMap<>();
  private final AwsRegions regions = new AwsRegions(new SimpleMeterRegistry());
  private final Sandbox sandbox;
  final String region;
  final AwsDatabasePort databases = new AwsDatabasePort(regions);
  final AwsCachePort caches = new AwsCachePort(regions);

  SandboxAws(Sandbox sandbox) {
    this.sandbox = sandbox;
    var environment = sandbox.awsEnvironment();
    this.region = environment.getOrDefault("AWS_REGION", "");
    set("aws.endpointUrl", environment.getOrDefault("AWS_ENDPOINT_URL", ""));
    set("aws.region", region);
    set("aws.accessKeyId", environment.getOrDefault("AWS_ACCESS_KEY_ID", ""));
    set("aws.secretAccessKey", environment.getOrDefault("AWS_SECRET_ACCESS_KEY", ""));
  }

  private void set(String property, String value) {
    before.put(property, System.getProperty(property));
    System.setProperty(property, value);
  }

  static String newIdentifier() {
    return "appenv-" + UUID.randomUUID().toString().substring(0, 8);
  }

  Set<String> subnets(int count) {
    return Set.copyOf(sandbox.foundation().privateSubnetIds().subList(0, count));
  }

  void execute(DatabaseAction action) {
    databases.execute(region, action, SECRET);
  }

  void execute(CacheAction action) {
    caches.execute(region, action, SECRET);
  }

  /** With another token than groups are created with. */
  void executeWithNewToken(CacheAction action) {
    caches.execute(region, action, Optional.of("another-token-of-a-cache"));
  }

  /** The different values that are seen, in order, up to the one that is waited for. */
  static List<String> seen(Supplier<String> now, Predicate<String> last) {
    var seen = new ArrayList<String>();
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              var value = now.get();
              if (seen.isEmpty() || !seen.getLast().equals(value)) {
                seen.add(value);
              }
              return last.test(value);
            });
    return seen;
  }

  @Override
  public void close() {
    regions.close();
    before.forEach(
        (property, value) -> {
          if (value == null) {
            System.clearProperty(property);
          } else {
            System.setProperty(property, value);
          }
        });
  }
}
