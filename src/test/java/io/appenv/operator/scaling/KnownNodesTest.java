package io.appenv.operator.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.NodeRoom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownNodesTest {

  @Test
  void whatAKubeletLeavesToPodsIsTheRoom() {
    var known = KnownNodes.of(List.of(TestNodes.open()));

    assertThat(known)
        .isEqualTo(new KnownNodes(true, List.of(new NodeRoom(3920, 15147044L * 1024, 58)), false));
  }

  @Test
  void withoutNodesThereIsNothingToSay() {
    assertThat(KnownNodes.of(List.of()).areThere()).isFalse();
  }

  /** The taint of the last line is a wish only, which scheduling may go against. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unschedulable: true | false",
        "unschedulable: false | true",
        "taints: [{key: team, value: data, effect: NoSchedule}] | false",
        "taints: [{key: node.kubernetes.io/unreachable, effect: NoExecute}] | false",
        "taints: [{key: spot, effect: PreferNoSchedule}] | true",
      })
  void onlyNodesThatTakePodsOfTiersCount(String spec, boolean counts) {
    var known = KnownNodes.of(List.of(TestNodes.specified(spec)));

    assertThat(known.areThere()).isTrue();
    assertThat(known.open()).hasSize(counts ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"True, 1", "False, 0", "Unknown, 0"})
  void aNodeThatIsNotReadyTakesNone(String ready, int open) {
    assertThat(KnownNodes.of(List.of(TestNodes.ready(ready))).open()).hasSize(open);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "karpenter.sh/nodepool: default",
        "karpenter.sh/provisioner-name: default",
        "eks.amazonaws.com/compute-type: auto",
        "eks.amazonaws.com/compute-type: fargate",
        "type: virtual-kubelet"
      })
  void oneOfThoseThatComeWhenNeededIsEnough(String label) {
    assertThat(KnownNodes.of(List.of(TestNodes.open(), TestNodes.labelled(label))).othersCome())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eks.amazonaws.com/compute-type: ec2",
        "eks.amazonaws.com/capacityType: SPOT",
        "type: kwok"
      })
  void otherNodesStay(String label) {
    assertThat(KnownNodes.of(List.of(TestNodes.labelled(label))).othersCome()).isFalse();
  }
}
