package io.appenv.operator.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.AwsWrite;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Receipt;
import io.appenv.operator.model.Requester;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditTrailTest {

  private static final Requester BOTH =
      new Requester(Optional.of("argocd-controller"), Optional.of("kubectl-annotate"));

  @Test
  void aCallThatWasMadeSaysWhoWhatAndWhy() {
    var made = write(BOTH, new Receipt(Optional.of("request-1")), Optional.empty());

    assertThat(AuditTrail.fields(environment(), made))
        .containsEntry("namespace", "shop")
        .containsEntry("environment", "production")
        .containsEntry("operation", "CreateDBInstance")
        .containsEntry("target", "DBInstance/shop-production")
        .containsEntry("declaredBy", "argocd-controller")
        .containsEntry("approvedBy", "kubectl-annotate")
        .containsEntry("plan", "abc123")
        .containsEntry("result", "Done")
        .containsEntry("requestId", "request-1")
        .doesNotContainKeys("reason", "awsError");
    assertThat(AuditTrail.sentence(made))
        .isEqualTo(
            "CreateDBInstance DBInstance/shop-production: no instance exists. Plan abc123,"
                + " request id request-1, declared by \"argocd-controller\","
                + " approved by \"kubectl-annotate\".");
  }

  @Test
  void aCallThatFailedSaysWhatAwsSaid() {
    var refused =
        new Failure.Terminal(
            Component.DATABASE,
            Reason.ACCESS_DENIED,
            "Allow it.",
            Optional.of(new Failure.AwsError("AccessDenied", "request-2")));

    assertThat(AuditTrail.fields(environment(), write(BOTH, Receipt.none(), Optional.of(refused))))
        .containsEntry("result", "Failed")
        .containsEntry("reason", "AccessDenied")
        .containsEntry("awsError", "AccessDenied")
        .containsEntry("requestId", "request-2");
  }

  @Test
  void whatNobodyTellsIsLeftOut() {
    var unknown =
        write(new Requester(Optional.empty(), Optional.empty()), Receipt.none(), Optional.empty());

    assertThat(AuditTrail.fields(environment(), unknown))
        .doesNotContainKeys("declaredBy", "approvedBy", "requestId");
    assertThat(AuditTrail.sentence(unknown)).endsWith("no instance exists. Plan abc123.");
  }

  private static AwsWrite write(Requester requester, Receipt receipt, Optional<Failure> failure) {
    return new AwsWrite(
        "ap-northeast-1",
        "CreateDBInstance",
        new ResourceRef(ResourceKind.DATABASE_INSTANCE, "shop-production"),
        "no instance exists",
        "abc123",
        requester,
        receipt,
        failure);
  }

  private static AppEnvironment environment() {
    var environment = new AppEnvironment();
    environment.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace("shop")
            .withName("production")
            .withUid("0b1c")
            .build());
    return environment;
  }
}
