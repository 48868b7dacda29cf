package io.appenv.operator.dependent;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.workload.ConfigurationSecrets;
import io.appenv.operator.workload.ConnectionSecrets;
import io.appenv.operator.workload.Labels;
import io.fabric8.kubernetes.api.model.Secret;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Secrets by which tiers reach their data services, and the sets of variables they read. */
public class SecretDependent extends EnvironmentDependent<Secret> {

  public SecretDependent() {
    super(Secret.class);
  }

  @Override
  protected Stream<Secret> wanted(Blueprint blueprint) {
    return Stream.concat(
        ConnectionSecrets.build(blueprint).stream(),
        ConfigurationSecrets.build(blueprint).stream());
  }

  /**
   * What is not wanted is deleted, so only those are told of whose service is no longer declared,
   * and the sets of variables that nobody reads any more. Not the Secrets of generated passwords,
   * which the informer holds too; not the connection Secret of a service whose connection this pass
   * cannot tell: its tiers go on with what they have; and not the sets that are kept.
   */
  @Override
  public Predicate<Secret> secondaryResourceFilter(
      AppEnvironment environment, Context<AppEnvironment> context) {
    var blueprint = BlueprintContext.get(context);
    var untold = ConnectionSecrets.untold(blueprint);
    var made =
        ConfigurationSecrets.build(blueprint).stream()
            .map(secret -> secret.getMetadata().getName())
            .collect(Collectors.toUnmodifiableSet());
    return secret ->
        (Labels.isConnection(secret) && !untold.contains(secret.getMetadata().getName()))
            || (Labels.isConfiguration(secret)
                && (made.contains(secret.getMetadata().getName())
                    || ConfigurationSecrets.isSpare(secret, blueprint)));
  }
}
