package io.appenv.operator.scaling;

import io.appenv.operator.model.NodeRoom;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Taint;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes of a cluster show of themselves.
 *
 * @param areThere whether there is any node, be it one that takes no pods
 * @param open those that take pods of tiers
 * @param othersCome whether some show that others come when pods need them
 */
public record KnownNodes(boolean areThere, List<NodeRoom> open, boolean othersCome) {

  private static final int MILLIS = 3;

  /** Pods of tiers tolerate no taint; {@code PreferNoSchedule} is a wish only. */
  private static final Set<String> CLOSING = Set.of("NoSchedule", "NoExecute");

  public KnownNodes {
    open = List.copyOf(open);
  }

  /**
   * @param nodes as {@link NodeSummary} makes them
   */
  public static KnownNodes of(List<Node> nodes) {
    return new KnownNodes(
        !nodes.isEmpty(),
        nodes.stream().filter(KnownNodes::takesPods).map(KnownNodes::room).toList(),
        nodes.stream().anyMatch(ComingNodes::isOne));
  }

  private static boolean takesPods(Node node) {
    return !Boolean.TRUE.equals(node.getSpec().getUnschedulable())
        && node.getSpec().getTaints().stream().map(Taint::getEffect).noneMatch(CLOSING::contains)
        && node.getStatus().getConditions().stream()
            .anyMatch(condition -> "True".equals(condition.getStatus()));
  }

  private static NodeRoom room(Node node) {
    var allocatable = node.getStatus().getAllocatable();
    return new NodeRoom(
        amount(allocatable.get("cpu"), MILLIS),
        amount(allocatable.get("memory"), 0),
        amount(allocatable.get("pods"), 0));
  }

  private static long amount(@Nullable Quantity quantity, int places) {
    return quantity == null ? 0 : quantity.getNumericalAmount().movePointRight(places).longValue();
  }
}
