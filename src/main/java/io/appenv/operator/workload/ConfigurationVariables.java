package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.DesiredTier.Use;
import io.appenv.operator.model.EnvironmentOutput;
import io.appenv.operator.model.Variable;
import io.appenv.operator.model.Variable.Source;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.util.List;
import java.util.Optional;

/** The variables of a tier that are in no set, as the environment itself makes their values. */
final class ConfigurationVariables {

  private ConfigurationVariables() {}

  static List<EnvVar> of(Blueprint blueprint, DesiredTier tier) {
    return tier.configuration().variables().stream()
        .flatMap(it -> variable(blueprint, it).stream())
        .toList();
  }

  private static Optional<EnvVar> variable(Blueprint blueprint, Variable variable) {
    return switch (variable.source()) {
      case Source.Output(var output) -> output(blueprint, variable.name(), output);
      case Source.Literal _, Source.Parameter _, Source.Stored _, Source.InCluster _ ->
          Optional.empty();
    };
  }

  private static Optional<EnvVar> output(
      Blueprint blueprint, String name, EnvironmentOutput output) {
    return switch (output) {
      case API_ENDPOINT ->
          blueprint
              .apiEndpoint()
              .map(it -> new EnvVarBuilder().withName(name).withValue(it).build());
      case DATABASE_URL -> Optional.of(connection(blueprint, name, Use.DATABASE));
      case REDIS_URL -> Optional.of(connection(blueprint, name, Use.CACHE));
      case BUCKET_NAME -> Optional.of(connection(blueprint, name, Use.FILES));
    };
  }

  private static EnvVar connection(Blueprint blueprint, String name, Use use) {
    return secretKey(
        name,
        ConnectionSecrets.name(Metadata.environment(blueprint), use),
        ConnectionSecrets.variable(blueprint.desired().stage(), use));
  }

  private static EnvVar secretKey(String variable, String secret, String key) {
    return new EnvVarBuilder()
        .withName(variable)
        .withNewValueFrom()
        .withNewSecretKeyRef()
        .withName(secret)
        .withKey(key)
        .endSecretKeyRef()
        .endValueFrom()
        .build();
  }
}
