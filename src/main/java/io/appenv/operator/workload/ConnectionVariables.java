package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.DesiredTier.Use;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.util.List;
import java.util.stream.Stream;

/**
 * The variables a tier reads its connections from: for what it uses, and for nothing else. Where
 * the environment is reached is told to every tier.
 */
final class ConnectionVariables {

  private ConnectionVariables() {}

  static List<EnvVar> of(Blueprint blueprint, DesiredTier tier) {
    // In the order of the enum: a Set has none, and a changed order would be a roll-out.
    return Stream.concat(
            tier.uses().stream().sorted().map(use -> variable(blueprint, use)),
            blueprint.apiEndpoint().stream().map(endpoint -> api(blueprint, endpoint)))
        .toList();
  }

  private static EnvVar api(Blueprint blueprint, String endpoint) {
    return new EnvVarBuilder()
        .withName(blueprint.desired().stage().variable("API_ENDPOINT"))
        .withValue(endpoint)
        .build();
  }

  private static EnvVar variable(Blueprint blueprint, Use use) {
    var name = ConnectionSecrets.variable(blueprint.desired().stage(), use);
    return new EnvVarBuilder()
        .withName(name)
        .withNewValueFrom()
        .withNewSecretKeyRef()
        .withName(ConnectionSecrets.name(Metadata.environment(blueprint), use))
        .withKey(name)
        .endSecretKeyRef()
        .endValueFrom()
        .build();
  }
}
