package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;

/** The template of a tier's pods. Whatever changes in it starts a roll-out. */
final class TierPodTemplate {

  /**
   * Changes when a data service moves or its password does; environment variables are read once.
   */
  static final String CONNECTION_REVISION = "appenv.io/connection-revision";

  /** A pod that started without security groups of its own gets none before it is replaced. */
  static final String SECURITY_GROUPS = "appenv.io/security-groups";

  private static final String CARRIED = "carried";

  private TierPodTemplate() {}

  static PodTemplateSpec build(Blueprint blueprint, DesiredTier tier) {
    var template =
        new PodTemplateSpecBuilder()
            .withNewMetadata()
            .withLabels(Labels.tier(Metadata.environment(blueprint), tier))
            .endMetadata()
            .withSpec(pod(blueprint, tier));
    ConnectionRevision.of(blueprint, tier)
        .ifPresent(
            revision ->
                template
                    .editMetadata()
                    .addToAnnotations(CONNECTION_REVISION, revision)
                    .endMetadata());
    ConfigurationSecrets.id(blueprint, tier)
        .ifPresent(
            id -> template.editMetadata().addToLabels(Labels.CONFIGURATION, id).endMetadata());
    if (blueprint.carriesGroup(tier)) {
      template.editMetadata().addToAnnotations(SECURITY_GROUPS, CARRIED).endMetadata();
    }
    return Revision.mark(template.build());
  }

  private static PodSpec pod(Blueprint blueprint, DesiredTier tier) {
    return new PodSpecBuilder()
        .withServiceAccountName(tier.resourceName())
        .withAutomountServiceAccountToken(false)
        // Otherwise every Service of the namespace appears as variables, such as BACKEND_PORT.
        .withEnableServiceLinks(false)
        .withTerminationGracePeriodSeconds(tier.terminationGracePeriod().toSeconds())
        .withSecurityContext(TierSecurity.pod(tier))
        .withTopologySpreadConstraints(TopologySpread.of(blueprint, tier))
        .withContainers(TierContainer.build(blueprint, tier))
        .withVolumes(TierContainer.scratchVolume())
        .build();
  }
}
