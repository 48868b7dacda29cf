package io.appenv.operator.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.NodeRoom;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SizingFinding;
import io.appenv.operator.resolver.Specs;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The production environment requests 1 CPU and 2Gi for 6 pods, and 2 CPU and 4Gi for 8. */
class NodeReviewTest {

  private static final long GIB = 1L << 30;

  private static final List<PodDemand> PRODUCTION =
      PodDemand.of(Specs.resolve(Specs.PRODUCTION).desired().orElseThrow().tiers());

  @Test
  void requestsAreReadAsKubernetesReadsThem() {
    var demands =
        PodDemand.of(
            Specs.resolve(
                    Specs.PRODUCTION
                        .replace("cpu: \"1\", memory: 2Gi", "cpu: 250m, memory: 512Mi")
                        .replace("cpu: \"2\"", "cpu: \"0.5\""))
                .desired()
                .orElseThrow()
                .tiers());

    assertThat(demands)
        .containsExactly(
            new PodDemand("frontend", 250, GIB / 2, 6), new PodDemand("backend", 500, 4 * GIB, 8));
  }

  /** Of the second tier two fit on each node of the first lines. */
  @ParameterizedTest
  @CsvSource({
    "6, 4000, 16, 58, ''",
    "5, 5000, 16, 58, ''",
    "5, 4000, 16, 58, NODES_SHORT",
    "3, 4000, 16, 58, NODES_SHORT",
    "6, 3999, 16, 58, NODES_SHORT",
    "5, 9000, 9, 58, ''",
    "5, 9000, 8, 58, NODES_SHORT",
    "5, 9000, 64, 2, NODES_SHORT",
    "6, 9000, 64, 2, NODES_SHORT",
    "7, 9000, 64, 2, ''"
  })
  void allPodsOnAllNodes(int nodes, long cpu, long memory, long pods, String told) {
    var findings = review(nodes, new NodeRoom(cpu, memory * GIB, pods));

    assertThat(findings)
        .extracting(SizingFinding::reason)
        .isEqualTo(told.isEmpty() ? List.of() : List.of(Reason.valueOf(told)));
  }

  @Test
  void whatDoesNotFitTogetherIsToldInNumbers() {
    assertThat(review(5, new NodeRoom(4000, 16 * GIB, 58)))
        .singleElement()
        .extracting(SizingFinding::message)
        .isEqualTo(
            "With all the pods that scaling allows, tiers request 22 CPU and 44Gi memory for 14"
                + " pods, and the nodes that take pods have 20 CPU and 80Gi memory for 290 in all;"
                + " allow fewer pods, ask for less in resources, or add nodes.");
  }

  /** Half a pod fits nowhere, whatever the sum is. */
  @Test
  void whatDoesNotFitAloneIsToldInNumbers() {
    assertThat(review(7, new NodeRoom(3920, 15 * GIB, 58)))
        .singleElement()
        .extracting(SizingFinding::message)
        .isEqualTo(
            "Scaling allows more pods than fit on the nodes, even with nothing else on them: of"
                + " tier backend 8 pods with 2 CPU and 4Gi memory each, of which 7 fit; allow fewer"
                + " pods, ask for less in resources, or add nodes.");
  }

  @Test
  void whatFitsOnNoNodeComesFirst() {
    var findings = review(30, new NodeRoom(1930, 7 * GIB - 1, 29));

    assertThat(findings)
        .extracting(SizingFinding::reason)
        .containsExactly(Reason.NODES_TOO_SMALL, Reason.NODES_SHORT);
    assertThat(findings.getFirst().message())
        .isEqualTo(
            "No node takes a pod of tier backend, which requests 2 CPU and 4Gi memory, even with"
                + " nothing else on it: nodes have 1.93 CPU and 6.99Gi memory at most; ask for less"
                + " in resources, or add larger nodes.");
  }

  @Test
  void oneNodeIsLargeEnough() {
    var findings =
        new NodeReview(
                List.of(new NodeRoom(1000, GIB, 9), new NodeRoom(2000, 4 * GIB, 9)), PRODUCTION)
            .findings();

    assertThat(findings).extracting(SizingFinding::reason).containsExactly(Reason.NODES_SHORT);
  }

  @Test
  void whereNoNodeTakesPodsTheReasonsAreNamed() {
    var findings = new NodeReview(List.of(), PRODUCTION).findings();

    assertThat(findings.getFirst().reason()).isEqualTo(Reason.NODES_TOO_SMALL);
    assertThat(findings.getFirst().message()).contains("cordoned", "tainted", "not ready");
  }

  private static List<SizingFinding> review(int nodes, NodeRoom each) {
    return new NodeReview(Collections.nCopies(nodes, each), PRODUCTION).findings();
  }
}
