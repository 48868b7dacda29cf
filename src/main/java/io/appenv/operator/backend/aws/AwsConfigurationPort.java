package io.appenv.operator.backend.aws;

import io.appenv.operator.configuration.Answer;
import io.appenv.operator.configuration.ConfigurationPort;
import io.appenv.operator.configuration.ConfigurationSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** Configuration as Systems Manager and Secrets Manager keep it. */
@ApplicationScoped
public class AwsConfigurationPort implements ConfigurationPort {

  private final AwsRegions regions;

  @Inject
  public AwsConfigurationPort(AwsRegions regions) {
    this.regions = regions;
  }

  @Override
  public Map<ConfigurationSource, Answer> read(String region, Set<ConfigurationSource> sources) {
    return regions.region(region).configuration().read(sources);
  }
}
