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
   * The informer also holds the Secrets of generated passwords. They are not wanted here, and what
   * is not wanted would be deleted, and the password lost.
   */
  @Override
  public Predicate<Secret> secondaryResourceFilter(
      AppEnvironment environment, Context<AppEnvironment> context) {
    return Labels::isConnection;
  }
}
