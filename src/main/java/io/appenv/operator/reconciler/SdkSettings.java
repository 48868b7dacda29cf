package io.appenv.operator.reconciler;

import io.appenv.operator.config.OperatorConfig;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.quarkiverse.operatorsdk.runtime.api.ConfigurationServiceCustomizer;
import jakarta.enterprise.context.ApplicationScoped;

/** Settings of the SDK that its own property file does not offer. */
@ApplicationScoped
class SdkSettings implements ConfigurationServiceCustomizer {

  private static final String LEASE = "appenv-operator";


  private final OperatorConfig config;

  SdkSettings(OperatorConfig config) {
    this.config = config;
  }

  @Override
  public void customize(ConfigurationServiceOverrider overrider) {
    if (config.leaderElection().enabled()) {
      overrider.withLeaderElectionConfiguration(new LeaderElectionConfiguration(LEASE));
    }
  }
}
