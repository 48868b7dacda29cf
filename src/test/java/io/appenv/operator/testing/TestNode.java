package io.appenv.operator.testing;

import io.fabric8.kubernetes.api.model.ContainerImageBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.TaintBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Instant;
import java.util.ArrayList;

/** A node of the sandbox, to which happens what happens to nodes. */
public final class TestNode {

  private final Resource<Node> node;

  private TestNode(Resource<Node> node) {
    this.node = node;
  }

  public static TestNode any(KubernetesClient admin) {
    return new TestNode(
        admin.nodes().withName(admin.nodes().list().getItems().getFirst().getMetadata().getName()));
  }

  /** As {@code kubectl cordon} does. */
  public void cordon() {
    unschedulable(true);
  }

  /** As {@code kubectl uncordon} does. */
  public void uncordon() {
    unschedulable(false);
  }

  private void unschedulable(boolean value) {
    Edits.edit(
        node,
        found -> {
          found.getSpec().setUnschedulable(value);
          return found;
        });
  }

  public void taint(String key, String effect) {
    Edits.edit(
        node,
        found -> {
          var taints = new ArrayList<>(found.getSpec().getTaints());
          taints.add(new TaintBuilder().withKey(key).withEffect(effect).build());
          found.getSpec().setTaints(taints);
          return found;
        });
  }

  public void untaint(String key) {
    Edits.edit(
        node,
        found -> {
          var taints = new ArrayList<>(found.getSpec().getTaints());
          taints.removeIf(it -> it.getKey().equals(key));
          found.getSpec().setTaints(taints);
          return found;
        });
  }

  public void label(String key, String value) {
    Edits.edit(
        node,
        found -> {
          found.getMetadata().getLabels().put(key, value);
          return found;
        });
  }

  public void unlabel(String key) {
    Edits.edit(
        node,
        found -> {
          found.getMetadata().getLabels().remove(key);
          return found;
        });
  }

  /** As a kubelet tells that it lives and, by the way, which images it has. */
  public void giveSignOfLife(int number) {
    Edits.editStatus(
        node,
        found -> {
          var now = Instant.now().toString();
          found.getStatus().getConditions().forEach(it -> it.setLastHeartbeatTime(now));
          found
              .getStatus()
              .getImages()
              .add(
                  new ContainerImageBuilder()
                      .withNames("registry.example.com/shop/frontend:" + number)
                      .withSizeBytes(1L << 20)
                      .build());
          return found;
        });
  }
}
