package io.appenv.operator.dependent;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.scaling.NodeSummary;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StoredObjectsTest {

  @Test
  void onlyAppliedOwnershipIsStored() {
    var store = new PackedStore<>(Deployment.class, FieldOwnership::onlyApplied);
    store.put("shop/backend", deployment());
    var stored = Objects.requireNonNull(store.get("shop/backend"));
    assertThat(stored.getMetadata().getManagedFields())
        .containsExactly(entry("appenv-operator", "Apply"));
    assertThat(stored.getSpec().getReplicas()).isEqualTo(3);
  }

  @Test
  void whatIsTakenOutIsACopy() {
    var store = new PackedStore<>(Deployment.class, FieldOwnership::none);
    assertThat(store.put("shop/backend", deployment())).isNull();
    Objects.requireNonNull(store.get("shop/backend")).getSpec().setReplicas(9);
    assertThat(Objects.requireNonNull(store.get("shop/backend")).getSpec().getReplicas())
        .isEqualTo(3);
    assertThat(store.values()).hasSize(1);
    assertThat(store.remove("shop/backend")).isNotNull();
    assertThat(store.size()).isZero();
  }

  @Test
  void onlyAChangeOfWhatIsKeptIsOne() {
    var store = new PackedStore<>(Deployment.class, FieldOwnership::onlyApplied);
    var version = changed("resourceVersion: '8', managedFields: []", "replicas: 3");
    var label = changed("labels: {by: hand}", "replicas: 3");
    var replicas = changed("generation: 1", "replicas: 4");
    var before = changed("generation: 1", "replicas: 3");

    assertThat(store.isChange(version, changed("resourceVersion: '7'", "replicas: 3"))).isFalse();
    assertThat(store.isChange(label, before)).isTrue();
    assertThat(store.isChange(replicas, before)).isTrue();
    assertThat(version.getMetadata().getResourceVersion()).isEqualTo("8");
  }

  private static Deployment changed(String metadata, String spec) {
    return Serialization.unmarshal(
        "metadata: {name: backend, %s}\nspec: {%s}".formatted(metadata, spec), Deployment.class);
  }

  @Test
  void whatAutoscalersMeasureIsNoChange() {
    var store =
        new PackedStore<>(
            HorizontalPodAutoscaler.class, new HorizontalPodAutoscalerDependent()::reduced);
    var before = autoscaler("maxReplicas: 6", "currentReplicas: 2");

    assertThat(store.isChange(autoscaler("maxReplicas: 6", "currentReplicas: 3"), before))
        .isFalse();
    assertThat(store.isChange(autoscaler("maxReplicas: 7", "currentReplicas: 2"), before)).isTrue();
  }

  private static HorizontalPodAutoscaler autoscaler(String spec, String status) {
    return Serialization.unmarshal(
        "metadata: {name: backend}\nspec: {%s}\nstatus: {%s}".formatted(spec, status),
        HorizontalPodAutoscaler.class);
  }

  /** Each of a thousand nodes gives a sign of life every few minutes, with a list of its images. */
  @Test
  void aSignOfLifeOfANodeIsNoChangeAndIsNotStored() {
    var store = new PackedStore<>(Node.class, NodeSummary::of);
    var before = node("unschedulable: false", "T00:00:00Z", "[{names: [shop/frontend:1]}]");
    store.put("node", before);

    assertThat(
            store.isChange(
                node("unschedulable: false", "T00:05:00Z", "[{names: [shop/frontend:2]}]"),
                Objects.requireNonNull(store.get("node"))))
        .isFalse();
    assertThat(
            store.isChange(
                node("unschedulable: true", "T00:00:00Z", "[{names: [shop/frontend:1]}]"),
                Objects.requireNonNull(store.get("node"))))
        .isTrue();
    assertThat(Serialization.asJson(store.get("node")))
        .contains("3920m")
        .doesNotContain("shop/frontend", "Heartbeat", "annotations", "topology");
  }

  private static Node node(String spec, String time, String images) {
    return Serialization.unmarshal(
        """
        metadata: {name: node, annotations: {by: kubelet}, labels: {topology.kubernetes.io/zone: a}}
        spec: {%s}
        status:
          allocatable: {cpu: 3920m, memory: 15147044Ki, pods: "58"}
          conditions: [{type: Ready, status: "True", lastHeartbeatTime: "2026-11-23%s"}]
          images: %s
        """
            .formatted(spec, time, images),
        Node.class);
  }

  @Test
  void claimTemplatesOfWhatExistsAreKept() {
    var desired = statefulSet("20Gi", "");
    ClaimTemplates.keep(desired, statefulSet("10Gi", "status: {phase: Pending}"));
    assertThat(desired).isEqualTo(statefulSet("10Gi", ""));
  }

  private static Deployment deployment() {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName("backend")
        .withNamespace("shop")
        .withManagedFields(
            entry("kube-controller-manager", "Update"), entry("appenv-operator", "Apply"))
        .endMetadata()
        .withNewSpec()
        .withReplicas(3)
        .endSpec()
        .build();
  }

  private static ManagedFieldsEntry entry(String manager, String operation) {
    return new ManagedFieldsEntryBuilder().withManager(manager).withOperation(operation).build();
  }

  private static StatefulSet statefulSet(String storage, String status) {
    return Serialization.unmarshal(
        """
        spec:
          volumeClaimTemplates:
            - metadata: {name: data}
              spec: {resources: {requests: {storage: %s}}}
              %s
        """
            .formatted(storage, status),
        StatefulSet.class);
  }
}
