package io.appenv.operator.workload;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;

/**
 * What the manifest says of a tier's pods, as an annotation of its Deployment. New credentials or
 * endpoints change the pods, but not this: nobody decides on them a second time.
 */
public final class TierTemplate {

  static final String ANNOTATION = "appenv.io/template";

  private static final ObjectMapper JSON = new ObjectMapper();

  private TierTemplate() {}

  public static String of(Blueprint blueprint, DesiredTier tier) {
    var template = TierPodTemplate.build(blueprint.declared(), tier);
    return Fingerprint.of(JSON.valueToTree(template).toString());
  }

  /** Empty for a Deployment that an earlier version applied. */
  public static Optional<String> of(Deployment deployment) {
    return Optional.ofNullable(deployment.getMetadata().getAnnotations())
        .map(annotations -> annotations.get(ANNOTATION));
  }
}
