package io.appenv.operator.scaling;

import io.appenv.operator.model.NodeRoom;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SizingFinding;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether nodes have room for all pods that there may be. What else runs on them is not known, so
 * the whole is counted: what exceeds that never fits.
 *
 * @param nodes those that take pods of tiers
 */
public record NodeReview(List<NodeRoom> nodes, List<PodDemand> demands) {

  /** The worst first. */
  public List<SizingFinding> findings() {
    return Stream.of(tooSmall(), tooFew()).flatMap(Optional::stream).toList();
  }

  /** A tier of which no node takes a single pod. */
  Optional<SizingFinding> tooSmall() {
    var without = demands.stream().filter(it -> it.most() > 0 && it.fitting(nodes) == 0).toList();
    return without.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SizingFinding(
                Reason.NODES_TOO_SMALL,
                nodes.isEmpty() ? allClosed() : "No node takes a pod of " + small(without)));
  }

  private static String allClosed() {
    return "No node takes pods of tiers, as all are cordoned, tainted or not ready, so none can be"
        + " started; kubectl get nodes shows them.";
  }

  private String small(List<PodDemand> without) {
    return ("%s, even with nothing else on it: nodes have %s at most; ask for less in resources, or"
            + " add larger nodes.")
        .formatted(
            without.stream()
                .map(it -> "tier %s, which requests %s".formatted(it.tier(), it.size()))
                .collect(Collectors.joining(", nor of ")),
            Amounts.text(most(NodeRoom::cpuMillis), most(NodeRoom::memoryBytes)));
  }

  private long most(ToLongFunction<NodeRoom> resource) {
    return nodes.stream().mapToLong(resource).max().orElse(0);
  }

  /** More pods of one tier, or of all together, than fit. */
  Optional<SizingFinding> tooFew() {
    var larger = demands.stream().filter(it -> it.most() > it.fitting(nodes)).toList();
    return larger.isEmpty()
        ? Optional.of(together()).filter(_ -> exceeds())
        : Optional.of(apart(larger));
  }

  private boolean exceeds() {
    return wanted(PodDemand::cpuMillis) > offered(NodeRoom::cpuMillis)
        || wanted(PodDemand::memoryBytes) > offered(NodeRoom::memoryBytes)
        || wanted(_ -> 1) > offered(NodeRoom::pods);
  }

  private SizingFinding apart(List<PodDemand> larger) {
    return finding(
        "Scaling allows more pods than fit on the nodes, even with nothing else on them: %s"
            .formatted(
                larger.stream()
                    .map(
                        it ->
                            "of tier %s %d pods with %s each, of which %d fit"
                                .formatted(it.tier(), it.most(), it.size(), it.fitting(nodes)))
                    .collect(Collectors.joining(", "))));
  }

  private SizingFinding together() {
    return finding(
        "With all the pods that scaling allows, tiers request %s for %d pods, and the nodes that take pods have %s for %d in all"
            .formatted(
                Amounts.text(wanted(PodDemand::cpuMillis), wanted(PodDemand::memoryBytes)),
                wanted(_ -> 1),
                Amounts.text(offered(NodeRoom::cpuMillis), offered(NodeRoom::memoryBytes)),
                offered(NodeRoom::pods)));
  }

  private static SizingFinding finding(String what) {
    return new SizingFinding(
        Reason.NODES_SHORT, what + "; allow fewer pods, ask for less in resources, or add nodes.");
  }

  private long wanted(ToLongFunction<PodDemand> each) {
    return demands.stream().mapToLong(it -> it.most() * each.applyAsLong(it)).sum();
  }

  private long offered(ToLongFunction<NodeRoom> resource) {
    return nodes.stream().mapToLong(resource).sum();
  }
}
