package io.appenv.operator.scaling;

import io.fabric8.kubernetes.api.model.Node;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Signs that nodes come when pods need them, by which those that are there say nothing of how many
 * pods there can be. Cluster Autoscaler leaves no sign on a node.
 */
final class ComingNodes {

  private static final String COMPUTE = "eks.amazonaws.com/compute-type";

  /** Fargate has a node of its own for each pod, and Auto Mode is Karpenter, run by AWS. */
  private static final Set<String> COMPUTES = Set.of("fargate", "auto");

  private static final String TYPE = "type";
  private static final String VIRTUAL = "virtual-kubelet";

  /** The second is what Karpenter called it before its version 0.32. */
  private static final Set<String> KARPENTER =
      Set.of("karpenter.sh/nodepool", "karpenter.sh/provisioner-name");

  /** All labels that are looked at. */
  static final Set<String> LABELS =
      Set.of(COMPUTE, TYPE, "karpenter.sh/nodepool", "karpenter.sh/provisioner-name");

  private ComingNodes() {}

  static boolean isOne(Node node) {
    var labels =
        Optional.ofNullable(node.getMetadata().getLabels()).orElseGet(Map::<String, String>of);
    return labels.keySet().stream().anyMatch(KARPENTER::contains)
        || COMPUTES.contains(Objects.requireNonNullElse(labels.get(COMPUTE), ""))
        || VIRTUAL.equals(labels.get(TYPE));
  }
}
