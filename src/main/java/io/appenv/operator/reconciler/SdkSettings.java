package io.appenv.operator.reconciler;

import io.appenv.operator.config.OperatorConfig;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.operatorsdk.runtime.api.ConfigurationServiceCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;

/** Settings of the SDK that its own property file does not offer. */
@ApplicationScoped
class SdkSettings implements ConfigurationServiceCustomizer {

  private static final String LEASE = "appenv-operator";

  private final OperatorConfig config;
  private final MeterRegistry meters;

  SdkSettings(OperatorConfig config, MeterRegistry meters) {
    this.config = config;
    this.meters = meters;
  }

  @Override
  public Consumer<ConfigurationServiceOverrider> overrider() {
    return settings -> {
      // The Quarkus extension (7.7.3) would wire a no-op here (its issue 1389).
      settings.withMetrics(MicrometerMetrics.withoutPerResourceMetrics(meters));
      if (config.leaderElection().enabled()) {
        settings.withLeaderElectionConfiguration(new LeaderElectionConfiguration(LEASE));
      }
    };
  }
}
