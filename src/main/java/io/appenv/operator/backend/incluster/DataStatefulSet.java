package io.appenv.operator.backend.incluster;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.workload.Labels;
import io.appenv.operator.workload.Metadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.Map;

/** One replica of a data server with a volume of its own. */
final class DataStatefulSet {

  static final String VOLUME = "data";

  private DataStatefulSet() {}

  static StatefulSet build(Blueprint blueprint, DataServer server) {
    var environment = Metadata.environment(blueprint);
    var labels = Labels.data(environment, server.component(), server.product());
    return new StatefulSetBuilder()
        .withMetadata(Metadata.named(blueprint, server.name(), labels))
        .withNewSpec()
        .withServiceName(server.name())
        .withReplicas(1)
        .withNewSelector()
        .withMatchLabels(Labels.dataSelector(environment, server.component()))
        .endSelector()
        .withNewPersistentVolumeClaimRetentionPolicy()
        .withWhenDeleted(VolumePolicy.whenDeleted(server.deletionPolicy()))
        .withWhenScaled("Retain")
        .endPersistentVolumeClaimRetentionPolicy()
        .withTemplate(template(server, labels))
        .withVolumeClaimTemplates(claim(server))
        .endSpec()
        .build();
  }

  private static PodTemplateSpec template(DataServer server, Map<String, String> labels) {
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(labels)
        .endMetadata()
        .withSpec(DataPod.build(server))
        .build();
  }

  private static PersistentVolumeClaim claim(DataServer server) {
    return new PersistentVolumeClaimBuilder()
        .withNewMetadata()
        .withName(VOLUME)
        .endMetadata()
        .withNewSpec()
        .withAccessModes("ReadWriteOnce")
        .withVolumeMode("Filesystem")
        .withNewResources()
        .addToRequests("storage", server.storage())
        .endResources()
        .endSpec()
        .build();
  }
}
