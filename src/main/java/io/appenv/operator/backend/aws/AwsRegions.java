package io.appenv.operator.backend.aws;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** The regions in use; each is opened when it is first needed. */
@Singleton
public class AwsRegions {

  private final Map<String, AwsRegion> regions = new ConcurrentHashMap<>();
  private final ClientFactory clients;

  @Inject
  public AwsRegions(MeterRegistry meters) {
    clients =
        new ClientFactory(
            DefaultCredentialsProvider.builder().build(), List.of(new CallMeter(meters)));
  }

  AwsRegion region(String name) {
    return regions.computeIfAbsent(name, wanted -> AwsRegion.open(wanted, clients));
  }

  @PreDestroy
  void close() {
    clients.close();
  }
}
