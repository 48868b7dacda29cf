package io.appenv.operator.model;

/**
 * A change to what a tier runs on, made by the dependents once the plan lets it through. What only
 * follows from another change, such as new credentials, is none.
 *
 * @param name of the Kubernetes object it is about
 */
public record WorkloadAction(Verb verb, String tier, String name) implements Action {

  /** What is done. */
  public enum Verb {
    CREATE(ResourceKind.DEPLOYMENT, "CreateDeployment"),
    /** Replaces the pods one by one. */
    ROLL_OUT(ResourceKind.DEPLOYMENT, "RollOutDeployment"),
    /** Replaces no pods. */
    MODIFY(ResourceKind.DEPLOYMENT, "ModifyDeployment"),
    SCALE(ResourceKind.AUTOSCALER, "ModifyAutoscaler"),
    /** Lets in others than before. */
    ADMIT(ResourceKind.NETWORK_POLICY, "ModifyNetworkPolicy"),
    DELETE(ResourceKind.DEPLOYMENT, "DeleteDeployment"),
    /** Opens a way in from outside of the cluster. */
    EXPOSE(ResourceKind.INGRESS, "CreateIngress"),
    REROUTE(ResourceKind.INGRESS, "ModifyIngress"),
    WITHDRAW(ResourceKind.INGRESS, "DeleteIngress");

    private final ResourceKind kind;
    private final String operation;

    Verb(ResourceKind kind, String operation) {
      this.kind = kind;
      this.operation = operation;
    }
  }

  /** Of the way in from outside, which has a condition of its own. */
  public boolean isOfIngress() {
    return verb.kind == ResourceKind.INGRESS;
  }

  @Override
  public ResourceRef target() {
    return new ResourceRef(verb.kind, name);
  }

  @Override
  public String operation() {
    return verb.operation;
  }
}
