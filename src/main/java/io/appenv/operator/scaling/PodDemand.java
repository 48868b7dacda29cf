package io.appenv.operator.scaling;

import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.NodeRoom;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;

/**
 * What the pods of a tier request of nodes.
 *
 * @param cpuMillis of one pod, in thousandths of a core
 * @param memoryBytes of one pod
 * @param most how many pods there may be
 */
public record PodDemand(String tier, long cpuMillis, long memoryBytes, long most) {

  private static final int MILLIS = 3;

  /** One for each tier: a pod of one has one container. */
  public static List<PodDemand> of(List<DesiredTier> tiers) {
    return tiers.stream().map(PodDemand::of).toList();
  }

  private static PodDemand of(DesiredTier tier) {
    return new PodDemand(
        tier.name(),
        new Quantity(tier.cpu()).getNumericalAmount().movePointRight(MILLIS).longValue(),
        new Quantity(tier.memory()).getNumericalAmount().longValue(),
        tier.scaling().max());
  }

  /** How many fit on these nodes, were nothing else on them. */
  long fitting(List<NodeRoom> nodes) {
    return nodes.stream().mapToLong(this::fitting).sum();
  }

  private long fitting(NodeRoom node) {
    var byCpu = node.cpuMillis() / Math.max(cpuMillis, 1);
    var byMemory = node.memoryBytes() / Math.max(memoryBytes, 1);
    return Math.min(Math.min(byCpu, byMemory), node.pods());
  }

  String size() {
    return Amounts.text(cpuMillis, memoryBytes);
  }
}
