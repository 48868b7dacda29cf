package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn.Type;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * Other numbers of pods for an environment, for a while. It is a resource of its own so that
 * whoever keeps environments in Git does not erase it, and others may be allowed it.
 */
@Group(AppEnvironment.GROUP)
@Version(AppEnvironment.VERSION)
@Kind(ScaleOverride.KIND)
@Plural("scaleoverrides")
@Singular("scaleoverride")
@ShortNames("so")
@AdditionalPrinterColumn(name = "ENVIRONMENT", jsonPath = ".spec.environment", type = Type.STRING)
@AdditionalPrinterColumn(name = "PHASE", jsonPath = ".status.phase", type = Type.STRING)
@AdditionalPrinterColumn(name = "READY", jsonPath = ".status.readiness", type = Type.STRING)
@AdditionalPrinterColumn(name = "START", jsonPath = ".status.start", type = Type.STRING)
@AdditionalPrinterColumn(name = "END", jsonPath = ".status.end", type = Type.STRING)
@AdditionalPrinterColumn(name = "REASON", jsonPath = ".spec.reason", type = Type.STRING)
@AdditionalPrinterColumn(name = "AGE", jsonPath = ".metadata.creationTimestamp", type = Type.DATE)
@AdditionalPrinterColumn(
    name = "MESSAGE",
    jsonPath = ".status.message",
    type = Type.STRING,
    priority = 1)
public class ScaleOverride extends CustomResource<ScaleOverrideSpec, ScaleOverrideStatus>
    implements Namespaced {

  private static final long serialVersionUID = 1L;

  public static final String KIND = "ScaleOverride";

  /**
   * What is stored in another form than this version's has no spec, and does not stop the watch.
   */
  @JsonSetter("spec")
  void readSpec(JsonNode stored) {
    if (StoredPart.read(stored, ScaleOverrideSpec.class)
        instanceof StoredPart.Readable<ScaleOverrideSpec>(var value)) {
      setSpec(value);
    }
  }

  /** The status is the operator's own: what it cannot read it makes anew. */
  @JsonSetter("status")
  void readStatus(JsonNode stored) {
    if (StoredPart.read(stored, ScaleOverrideStatus.class)
        instanceof StoredPart.Readable<ScaleOverrideStatus>(var value)) {
      setStatus(value);
    }
  }
}
