package io.appenv.operator.reconciler;

import io.appenv.operator.config.OperatorConfig;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.quarkiverse.operatorsdk.runtime.api.ConfigurationServiceCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;

/** Settings of the SDK that its own property file does not offer. */
@ApplicationScoped
class SdkSettings implements ConfigurationServiceCustomizer {

  private static final String LEASE = "appenv-operator";

  private final OperatorConfig config;

  SdkSettings(OperatorConfig config) {
    this.config = config;
  }

  @Override
  public Consumer<ConfigurationServiceOverrider> overrider() {
    return settings -> {
      if (config.leaderElection().enabled()) {
        settings.withLeaderElectionConfiguration(new LeaderElectionConfiguration(LEASE));
      }
    };
  }
}
