package io.appenv.operator.scaling;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.NodeConditionBuilder;
import io.fabric8.kubernetes.api.model.NodeSpec;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.TaintBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A node without what nobody here reads, such as its images and the times at which it last gave a
 * sign of life. What is left changes only when its room does.
 */
public final class NodeSummary {

  private static final String READY = "Ready";
  private static final List<String> RESOURCES = List.of("cpu", "memory", "pods");

  private NodeSummary() {}

  /**
   * A new node with name, telling labels, taints, allocatable resources and the condition Ready.
   */
  public static Node of(Node node) {
    return new NodeBuilder()
        .withMetadata(metadata(node.getMetadata()))
        .withNewSpec()
        .withUnschedulable(
            Optional.ofNullable(node.getSpec()).map(NodeSpec::getUnschedulable).orElse(null))
        .withTaints(taints(node))
        .endSpec()
        .withNewStatus()
        .withAllocatable(allocatable(node))
        .withConditions(conditions(node))
        .endStatus()
        .build();
  }

  private static ObjectMeta metadata(ObjectMeta metadata) {
    var labels = new TreeMap<>(Optional.ofNullable(metadata.getLabels()).orElseGet(Map::of));
    labels.keySet().retainAll(ComingNodes.LABELS);
    return new ObjectMetaBuilder()
        .withName(metadata.getName())
        .withResourceVersion(metadata.getResourceVersion())
        .withLabels(labels)
        .build();
  }

  private static List<Taint> taints(Node node) {
    return Optional.ofNullable(node.getSpec()).stream()
        .flatMap(spec -> spec.getTaints().stream())
        .map(NodeSummary::taint)
        .toList();
  }

  private static Taint taint(Taint taint) {
    return new TaintBuilder().withKey(taint.getKey()).withEffect(taint.getEffect()).build();
  }

  private static Map<String, Quantity> allocatable(Node node) {
    var resources =
        new TreeMap<>(
            Optional.ofNullable(node.getStatus())
                .map(NodeStatus::getAllocatable)
                .orElseGet(Map::of));
    resources.keySet().retainAll(RESOURCES);
    return resources;
  }

  private static List<NodeCondition> conditions(Node node) {
    return Optional.ofNullable(node.getStatus()).stream()
        .flatMap(status -> status.getConditions().stream())
        .filter(condition -> READY.equals(condition.getType()))
        .map(
            condition ->
                new NodeConditionBuilder()
                    .withType(condition.getType())
                    .withStatus(condition.getStatus())
                    .build())
        .toList();
  }
}
