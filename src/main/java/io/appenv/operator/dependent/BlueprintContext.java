package io.appenv.operator.dependent;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.Blueprint;
import io.javaoperatorsdk.operator.api.reconciler.Context;

/** How the reconciler hands the blueprint of one pass to the dependents. */
public final class BlueprintContext {

  private static final Object KEY = Blueprint.class;

  private BlueprintContext() {}

  /** To be called before the workflow is reconciled. */
  public static void put(Context<AppEnvironment> context, Blueprint blueprint) {
    context.managedWorkflowAndDependentResourceContext().put(KEY, blueprint);
  }

  static Blueprint get(Context<AppEnvironment> context) {
    return context.managedWorkflowAndDependentResourceContext().getMandatory(KEY, Blueprint.class);
  }
}
