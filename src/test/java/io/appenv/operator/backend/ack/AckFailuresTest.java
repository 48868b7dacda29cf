package io.appenv.operator.backend.ack;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance.Pending;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.Reason;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AckFailuresTest {

  private static final AckRequest REQUEST =
      AckRequest.of(
          AckExample.desired(),
          AckExample.observed(Pending.none()),
          new DatabaseAction.ModifyInstance("db", List.of(new InstanceSetting.Storage(200)), true));

  @Test
  void whatTheControllerGivesUpIsForAPerson() {
    var failure =
        AckFailures.unfinished(
            REQUEST,
            saying(
                "ACK.Terminal",
                "operation error RDS: ModifyDBInstance, RequestID: 1-2-3, api error Invalid: no"));

    assertThat(failure).isInstanceOf(Failure.Terminal.class);
    assertThat(failure.message())
        .contains("DBInstance/db")
        .contains("ModifyDBInstance, api error Invalid: no")
        .doesNotContain("1-2-3");
  }

  @Test
  void whatItTriesAgainIsNot() {
    assertThat(AckFailures.unfinished(REQUEST, saying("ACK.Recoverable", "slow down")))
        .isInstanceOf(Failure.Recoverable.class);
    assertThat(AckFailures.unfinished(REQUEST, saying("ACK.ResourceSynced", "")))
        .isInstanceOf(Failure.Waiting.class);
  }

  @Test
  void aMissingControllerIsTold() {
    assertThat(AckFailures.unfinished(REQUEST, new GenericKubernetesResource()).reason())
        .isEqualTo(Reason.BACKEND_MISSING);
    assertThat(AckFailures.refused(REQUEST, refusal(404)).message())
        .contains("rds.services.k8s.aws/v1alpha1 is not installed");
  }

  private static KubernetesClientException refusal(int code) {
    return new KubernetesClientException("for a test", code, null);
  }

  private static GenericKubernetesResource saying(String type, String message) {
    var resource = new GenericKubernetesResource();
    resource.setAdditionalProperty(
        "status",
        Map.of("conditions", List.of(Map.of("type", type, "status", "True", "message", message))));
    return resource;
  }
}
