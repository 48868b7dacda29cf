package io.appenv.operator.dependent;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.dependent.DependentResource;
import io.javaoperatorsdk.operator.processing.dependent.workflow.Condition;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether the cluster serves the kind SecurityGroupPolicy. It is not watched before it does, as a
 * watch of a kind that is not served keeps an operator from starting. The SDK makes conditions by
 * itself, hence what is known of the cluster is known to all of them.
 */
public class SecurityGroupPoliciesServed implements Condition<SecurityGroupPolicy, AppEnvironment> {

  private static final AtomicBoolean SERVED = new AtomicBoolean();

  /** Asks the API server until it does, and then no more. */
  public static boolean look(KubernetesClient client) {
    if (!SERVED.get()
        && client.supports(
            SecurityGroupPolicy.GROUP + "/" + SecurityGroupPolicy.VERSION,
            SecurityGroupPolicy.KIND)) {
      SERVED.set(true);
    }
    return SERVED.get();
  }

  @Override
  public boolean isMet(
      DependentResource<SecurityGroupPolicy, AppEnvironment> dependent,
      AppEnvironment environment,
      Context<AppEnvironment> context) {
    return SERVED.get();
  }
}
