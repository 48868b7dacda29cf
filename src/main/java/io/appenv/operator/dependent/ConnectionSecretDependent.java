package io.appenv.operator.dependent;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.workload.ConnectionSecrets;
import io.appenv.operator.workload.Labels;
import io.fabric8.kubernetes.api.model.Secret;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The Secrets by which tiers reach their data services. */
public class ConnectionSecretDependent extends EnvironmentDependent<Secret> {

  public ConnectionSecretDependent() {
    super(Secret.class);
  }

  @Override
  protected Stream<Secret> wanted(Blueprint blueprint) {
    return ConnectionSecrets.build(blueprint).stream();
  }

  /**
   * What is not wanted is deleted, so only those are told of whose service is no longer declared.
   * Not the Secrets of generated passwords, which the informer holds too; and not the connection
   * Secret of a service whose connection this pass cannot tell: its tiers go on with what they
   * have.
   */
  @Override
  public Predicate<Secret> secondaryResourceFilter(
      AppEnvironment environment, Context<AppEnvironment> context) {
    var blueprint = BlueprintContext.get(context);
    var kept = ConnectionSecrets.untold(blueprint);
    return secret -> Labels.isConnection(secret) && !kept.contains(secret.getMetadata().getName());
  }
}
