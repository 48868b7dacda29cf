package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The pods of a tier. The replica count is left out: it belongs to the HorizontalPodAutoscaler, and
 * a field that is not applied is not fought over. Only a tier that must not run is held at zero.
 */
public final class TierDeployment {

  /** Seconds a pod must stay ready before it counts, so that a crash at start is not a success. */
  private static final int MIN_READY_SECONDS = 5;

  private static final int REVISIONS_KEPT = 5;

  private TierDeployment() {}

  public static Deployment build(Blueprint blueprint, DesiredTier tier) {
    return new DeploymentBuilder()
        .withMetadata(metadata(blueprint, tier))
        .withNewSpec()
        .withReplicas(replicas(blueprint, tier))
        .withRevisionHistoryLimit(REVISIONS_KEPT)
        .withMinReadySeconds(MIN_READY_SECONDS)
        .withProgressDeadlineSeconds(progressDeadlineSeconds(tier))
        .withNewSelector()
        .withMatchLabels(Labels.tierSelector(Metadata.environment(blueprint), tier))
        .endSelector()
        .withNewStrategy()
        .withType("RollingUpdate")
        .withNewRollingUpdate()
        // No capacity is lost: a pod goes only after its successor is ready. The surge is rounded
        // up, so it is at least one pod.
        .withMaxUnavailable(new IntOrString(0))
        .withMaxSurge(new IntOrString("25%"))
        .endRollingUpdate()
        .endStrategy()
        .withTemplate(TierPodTemplate.build(blueprint, tier))
        .endSpec()
        .build();
  }

  private static ObjectMeta metadata(Blueprint blueprint, DesiredTier tier) {
    var metadata =
        new ObjectMetaBuilder(Metadata.tier(blueprint, tier))
            .addToAnnotations(TierTemplate.ANNOTATION, TierTemplate.of(blueprint, tier));
    var remembered = blueprint.configurations().remembered(tier.name());
    if (!remembered.isEmpty()) {
      metadata.addToAnnotations(ConfigurationSecrets.HISTORY, String.join(",", remembered));
    }
    return metadata.build();
  }

  /**
   * The same with the pods that there are, where the manifest wants others: what these are to read
   * is not known.
   */
  public static Deployment keepingPods(Deployment wanted, Deployment present) {
    var template = TierTemplate.of(present);
    if (template.isPresent() && template.equals(TierTemplate.of(wanted))) {
      return wanted;
    }
    var kept =
        new DeploymentBuilder(wanted)
            .editSpec()
            .withTemplate(present.getSpec().getTemplate())
            .endSpec()
            .editMetadata()
            .removeFromAnnotations(TierTemplate.ANNOTATION)
            .endMetadata();
    template.ifPresent(
        it -> kept.editMetadata().addToAnnotations(TierTemplate.ANNOTATION, it).endMetadata());
    return kept.build();
  }

  /** An autoscaler leaves a Deployment alone that is at zero. */
  private static @Nullable Integer replicas(Blueprint blueprint, DesiredTier tier) {
    return blueprint.stoppedTiers().contains(tier.name()) ? 0 : null;
  }

  /** Kubernetes demands a deadline longer than minReadySeconds. */
  private static int progressDeadlineSeconds(DesiredTier tier) {
    return Math.max(Math.toIntExact(tier.availableWithin().toSeconds()), MIN_READY_SECONDS + 1);
  }
}
