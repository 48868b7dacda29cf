package io.appenv.operator.workload;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;

/**
 * Which template a pod was made from, as a label of its own. A Deployment's generation cannot tell:
 * it changes with every step of the autoscaler too.
 */
public final class Revision {

  static final String LABEL = "appenv.io/revision";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Revision() {}

  /** The same template, labelled with the fingerprint of all that is in it. */
  static PodTemplateSpec mark(PodTemplateSpec template) {
    return new PodTemplateSpecBuilder(template)
        .editMetadata()
        .addToLabels(LABEL, Fingerprint.of(JSON.valueToTree(template).toString()))
        .endMetadata()
        .build();
  }

  /** Of the pods a Deployment makes. */
  public static Optional<String> of(Deployment deployment) {
    return Optional.ofNullable(deployment.getSpec().getTemplate())
        .map(PodTemplateSpec::getMetadata)
        .flatMap(Revision::label);
  }

  static Optional<String> of(HasMetadata pod) {
    return label(pod.getMetadata());
  }

  private static Optional<String> label(ObjectMeta metadata) {
    return Optional.ofNullable(metadata.getLabels()).map(labels -> labels.get(LABEL));
  }
}
