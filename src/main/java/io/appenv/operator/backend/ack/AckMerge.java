package io.appenv.operator.backend.ack;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A stored resource with another wish in it. What its controller has added stays. */
final class AckMerge {

  /** What is left out where AWS has no value for it, or where it would do harm. */
  private static final List<String> OPTIONAL =
      List.of(
          "iops",
          "maxAllocatedStorage",
          "performanceInsightsRetentionPeriod",
          "caCertificateIdentifier",
          "authToken");

  private AckMerge() {}

  static GenericKubernetesResource of(
      GenericKubernetesResource stored, Map<String, Object> spec, Map<String, String> annotations) {
    var merged = new HashMap<String, Object>(spec(stored));
    if (!spec.isEmpty()) {
      OPTIONAL.forEach(merged::remove);
      merged.putAll(spec);
    }
    var marks = new HashMap<String, String>(marks(stored));
    AckAnnotations.OURS.forEach(marks::remove);
    marks.putAll(annotations);
    return with(stored, merged, marks);
  }

  /** Makes the controller for ElastiCache ask for the node type again, whatever it asked before. */
  static GenericKubernetesResource forgettingNodeType(GenericKubernetesResource wanted) {
    var marks = new HashMap<String, String>(marks(wanted));
    marks.remove(AckAnnotations.LAST_NODE_TYPE);
    return with(wanted, spec(wanted), marks);
  }

  /**
   * The same at rest with another spec. A controller takes no notice of annotations, only of a spec
   * that changes; what it has to do once more it has to be told as news.
   */
  static GenericKubernetesResource unlike(GenericKubernetesResource stored) {
    var spec = new HashMap<String, Object>(spec(stored));
    spec.remove("tags");
    var marks = new HashMap<String, String>(marks(stored));
    marks.putAll(AckAnnotations.resting());
    return with(stored, spec, marks);
  }

  static boolean hasSameSpec(GenericKubernetesResource one, GenericKubernetesResource other) {
    return json(spec(one)).equals(json(spec(other)));
  }

  static boolean isSame(GenericKubernetesResource one, GenericKubernetesResource other) {
    return marks(one).equals(marks(other)) && hasSameSpec(one, other);
  }

  /** Numbers of one value are equal here, whatever type of Java they came in. */
  private static JsonNode json(Map<String, Object> spec) {
    return Serialization.unmarshal(Serialization.asJson(spec), JsonNode.class);
  }

  private static Map<String, String> marks(GenericKubernetesResource stored) {
    var annotations = stored.getMetadata().getAnnotations();
    return annotations == null ? Map.of() : annotations;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> spec(GenericKubernetesResource stored) {
    var spec = stored.<Object>get("spec");
    return spec instanceof Map<?, ?> ? (Map<String, Object>) spec : Map.of();
  }

  private static GenericKubernetesResource with(
      GenericKubernetesResource stored, Map<String, Object> spec, Map<String, String> marks) {
    var resource = new GenericKubernetesResource();
    resource.setApiVersion(stored.getApiVersion());
    resource.setKind(stored.getKind());
    resource.setMetadata(
        new ObjectMetaBuilder(stored.getMetadata())
            .withAnnotations(marks)
            .withManagedFields()
            .build());
    resource.setAdditionalProperty("spec", spec);
    return resource;
  }
}
