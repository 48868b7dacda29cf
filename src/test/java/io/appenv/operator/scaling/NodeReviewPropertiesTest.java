package io.appenv.operator.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.NodeRoom;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SizingFinding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever nodes and tiers there are. Small numbers, so that room is now enough and now not. */
class NodeReviewPropertiesTest {

  @Provide
  Arbitrary<NodeRoom> node() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 12),
            Arbitraries.longs().between(0, 12),
            Arbitraries.longs().between(0, 6))
        .as(NodeRoom::new);
  }

  @Provide
  Arbitrary<List<NodeRoom>> nodes() {
    return node().list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<PodDemand> demand() {
    return Combinators.combine(
            Arbitraries.of("frontend", "backend", "worker"),
            Arbitraries.longs().between(1, 6),
            Arbitraries.longs().between(1, 6),
            Arbitraries.longs().between(1, 8))
        .as(PodDemand::new);
  }

  @Provide
  Arbitrary<List<PodDemand>> demands() {
    return demand().list().ofMinSize(1).ofMaxSize(3);
  }

  @Property
  void aNodeMoreNeverLacksAnything(
      @ForAll("nodes") List<NodeRoom> nodes,
      @ForAll("node") NodeRoom more,
      @ForAll("demands") List<PodDemand> demands) {
    assertThat(reasons(nodes, demands)).containsAll(reasons(with(nodes, more), demands));
  }

  @Property
  void aPodMoreNeverMakesRoom(
      @ForAll("nodes") List<NodeRoom> nodes, @ForAll("demands") List<PodDemand> demands) {
    var more =
        demands.stream()
            .map(it -> new PodDemand(it.tier(), it.cpuMillis(), it.memoryBytes(), it.most() + 1))
            .toList();

    assertThat(reasons(nodes, more)).containsAll(reasons(nodes, demands));
  }

  @Property
  void aTierMoreNeverMakesRoom(
      @ForAll("nodes") List<NodeRoom> nodes,
      @ForAll("demand") PodDemand more,
      @ForAll("demands") List<PodDemand> demands) {
    assertThat(reasons(nodes, with(demands, more))).containsAll(reasons(nodes, demands));
  }

  /** What a scheduler, be it as clever as can be, may find room for is never told as a lack. */
  @Property
  void whatWasPlacedHadRoom(
      @ForAll("nodes") List<NodeRoom> nodes,
      @ForAll("demands") List<PodDemand> demands,
      @ForAll Random random) {
    if (place(nodes, demands, random)) {
      assertThat(reasons(nodes, demands)).isEmpty();
    }
  }

  /** Whether all pods found a node, each the first that took it. */
  private static boolean place(List<NodeRoom> nodes, List<PodDemand> demands, Random random) {
    var free = new ArrayList<>(nodes);
    var pods =
        new ArrayList<>(
            demands.stream()
                .flatMap(it -> Collections.nCopies((int) it.most(), it).stream())
                .toList());
    Collections.shuffle(pods, random);
    return pods.stream().allMatch(pod -> place(free, pod));
  }

  private static boolean place(List<NodeRoom> free, PodDemand pod) {
    var found = IntStream.range(0, free.size()).filter(it -> takes(free.get(it), pod)).findFirst();
    found.ifPresent(
        it ->
            free.set(
                it,
                new NodeRoom(
                    free.get(it).cpuMillis() - pod.cpuMillis(),
                    free.get(it).memoryBytes() - pod.memoryBytes(),
                    free.get(it).pods() - 1)));
    return found.isPresent();
  }

  private static boolean takes(NodeRoom node, PodDemand pod) {
    return node.cpuMillis() >= pod.cpuMillis()
        && node.memoryBytes() >= pod.memoryBytes()
        && node.pods() > 0;
  }

  private static <T> List<T> with(List<T> some, T more) {
    var all = new ArrayList<>(some);
    all.add(more);
    return all;
  }

  private static List<Reason> reasons(List<NodeRoom> nodes, List<PodDemand> demands) {
    return new NodeReview(nodes, demands).findings().stream().map(SizingFinding::reason).toList();
  }
}
