package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.testing.Edits;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.IngressUnderTest;
import io.appenv.operator.testing.TestCertificates;
import io.appenv.operator.testing.TestIngressClasses;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackendBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A load balancer is asked for once its certificate serves, kept as declared, and taken away. */
@WithOperator
class IngressIT {

  private TestIngressClasses classes;
  private TestCertificates certificates;

  @BeforeAll
  static void lookOften(RunningOperator operator) {
    operator.restart(List.of("-Dappenv.sweep.idle-interval=200ms"));
  }

  @AfterAll
  static void usualOperator(RunningOperator operator) {
    operator.stop();
  }

  @BeforeEach
  void surroundings(Sandbox sandbox) {
    classes = new TestIngressClasses(sandbox.admin()).withBalancer();
    certificates = new TestCertificates(sandbox);
  }

  @AfterEach
  void nothingLeft() {
    classes.close();
    certificates.close();
  }

  @Test
  void theWayInIsOpenedOnceTheCertificateIsIssued(Sandbox sandbox) {
    var host = "first.example.com";
    var arn = certificates.request(host);
    var environment = environment(sandbox, host, arn, "allowedCidrs: [203.0.113.0/24]");
    var ingress = new IngressUnderTest(environment);

    environment.awaitReason("IngressReady", "CertificatePending");
    assertThat(ingress.find()).isEmpty();
    environment.awaitReason("IngressReady", "Creating");
    assertThat(environment.isReady()).isFalse();
    assertThat(ingress.annotations())
        .containsAllEntriesOf(
            Map.of(
                "certificate-arn", arn,
                "listen-ports", "[{\"HTTP\": 80}, {\"HTTPS\": 443}]",
                "ssl-redirect", "443",
                "scheme", "internet-facing",
                "target-type", "ip",
                "inbound-cidrs", "203.0.113.0/24",
                "load-balancer-attributes",
                    "access_logs.s3.enabled=false,deletion_protection.enabled=true,"
                        + "idle_timeout.timeout_seconds=60"));
    assertThat(ingress.annotations().get("tags"))
        .contains("appenv.io/uid=" + environment.get().getMetadata().getUid());

    ingress.serveAt("first-1.elb.example.com");
    var status = environment.awaitReady().getStatus();
    var endpoints = Objects.requireNonNull(status.endpoints());
    assertThat(endpoints.api()).isEqualTo("https://" + host);
    assertThat(endpoints.loadBalancer()).isEqualTo("first-1.elb.example.com");
    assertThat(status.certificate()).isNotNull();
    assertThat(Objects.requireNonNull(status.certificate()).state()).isEqualTo("ISSUED");
    assertThat(ingress.endpointToldTo("production-backend")).isEqualTo("https://" + host);

    awaitLooks(sandbox, 3);
    var mark = sandbox.wires().recording().mark();
    awaitLooks(sandbox, 3);
    assertThat(sandbox.wires().recording().writesSince(mark)).isEmpty();

    environment.delete();
    ingress.awaitGone();
    environment.awaitGone();
  }

  @Test
  void whatSomebodyDoesToItIsPutBack(Sandbox sandbox) {
    var host = "drift.example.com";
    var environment = environment(sandbox, host, issued(host), "scheme: Internal");
    var ingress = new IngressUnderTest(environment);
    environment.awaitReason("IngressReady", "Creating");
    var before = ingress.annotations();

    Edits.edit(
        ingress.resource(),
        it -> {
          it.getMetadata()
              .getAnnotations()
              .put(IngressUnderTest.PREFIX + "scheme", "internet-facing");
          it.getMetadata().getAnnotations().put(IngressUnderTest.PREFIX + "group.name", "other");
          it.getSpec()
              .setDefaultBackend(
                  new IngressBackendBuilder()
                      .withNewService()
                      .withName("other")
                      .withNewPort()
                      .withNumber(1)
                      .endPort()
                      .endService()
                      .build());
          return it;
        });

    Awaitility.await("the annotations as they were")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .untilAsserted(() -> assertThat(ingress.annotations()).isEqualTo(before));
    Awaitility.await("no other backend")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> ingress.get().getSpec().getDefaultBackend() == null);
    environment.delete();
    environment.awaitGone();
  }

  /** Host and certificate change in one write, and not before the new certificate serves. */
  @Test
  void anotherHostIsServedWithoutAGap(Sandbox sandbox) {
    var host = "old.example.com";
    var old = issued(host);
    var environment = environment(sandbox, host, old, "deletionProtection: false");
    var ingress = new IngressUnderTest(environment);
    environment.awaitReason("IngressReady", "Creating");
    ingress.serveAt("old-1.elb.example.com");
    environment.awaitReady();
    var mark = sandbox.wires().recording().mark();

    var renewed = certificates.request("new.example.com");
    environment.patchSpec(
        "network: {ingress: {host: new.example.com, certificate: {arn: '%s'}}}".formatted(renewed));
    environment.awaitReason("IngressReady", "CertificatePending");
    assertThat(ingress.host()).isEqualTo(host);
    assertThat(ingress.annotations()).containsEntry("certificate-arn", old);
    assertThat(ingress.endpointToldTo("production-backend")).isEqualTo("https://" + host);

    environment.awaitReady();
    assertThat(ingress.host()).isEqualTo("new.example.com");
    assertThat(ingress.annotations()).containsEntry("certificate-arn", renewed);
    assertThat(ingress.endpointToldTo("production-backend")).isEqualTo("https://new.example.com");
    assertThat(sandbox.wires().recording().writesSince(mark))
        .filteredOn(entry -> entry.call().operation().endsWith("ingresses"))
        .hasSize(1);
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void whatCannotBeUsedIsSaid(Sandbox sandbox) {
    var environment =
        environment(sandbox, "mine.example.com", issued("others.example.com"), "scheme: Internal");
    assertThat(environment.awaitReason("IngressReady", "CertificateUnusable").getMessage())
        .contains("not for mine.example.com")
        .doesNotContain("others.example.com");
    assertThat(environment.status().certificate()).isNull();

    environment.patchSpec(certificate("ap-northeast-1", "00000000-0000-4000-8000-000000000000"));
    environment.await(
        "the absent certificate to be told",
        it -> String.valueOf(it.getStatus().message()).contains("no certificate of this ARN"));

    environment.patchSpec(certificate("us-east-1", "00000000-0000-4000-8000-000000000000"));
    assertThat(environment.awaitReason("Ready", "InvalidSpec").getMessage())
        .contains("is of region us-east-1", "ap-northeast-1");

    assertThat(new IngressUnderTest(environment).find()).isEmpty();
    environment.delete();
    environment.awaitGone();
  }

  /** Nothing plain takes its place, which would let in everybody. */
  @Test
  void withoutTheControllerNothingIsMade(Sandbox sandbox) {
    classes.close();
    classes.withUsual();
    var host = "classless.example.com";
    var environment = environment(sandbox, host, issued(host), "scheme: Internal");
    environment.awaitReason("IngressReady", "IngressClassMissing");
    assertThat(new IngressUnderTest(environment).find()).isEmpty();

    classes.withBalancer();
    environment.awaitReason("IngressReady", "Creating");
    assertThat(new IngressUnderTest(environment).get().getSpec().getIngressClassName())
        .isEqualTo("alb");
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void aChangeWaitsForApproval(Sandbox sandbox) {
    var host = "asked.example.com";
    var environment = environment(sandbox, host, issued(host), "scheme: Internal");
    var ingress = new IngressUnderTest(environment);
    environment.awaitReason("IngressReady", "Creating");
    ingress.serveAt("asked-1.elb.example.com");
    environment.awaitReady();

    environment.patchSpec("operations: {changes: ApproveAll}");
    environment.patchSpec("network: {ingress: {scheme: InternetFacing}}");
    environment.awaitReason("IngressReady", "ApprovalRequired");
    assertThat(Objects.requireNonNull(environment.status().plan()).actions())
        .extracting(action -> action.action() + " " + action.reason())
        .containsExactly("ModifyIngress scheme Internal -> InternetFacing");
    assertThat(ingress.annotations()).containsEntry("scheme", "internal");

    environment.approve();
    environment.awaitReady();
    assertThat(ingress.annotations()).containsEntry("scheme", "internet-facing");
    environment.delete();
    environment.awaitGone();
  }

  /** Its controller deletes nothing of an Ingress that says that it is protected. */
  @Test
  void protectionIsLiftedBeforeTheEnd(Sandbox sandbox) {
    var host = "protected.example.com";
    var environment = environment(sandbox, host, issued(host), "deletionProtection: true");
    var ingress = new IngressUnderTest(environment);
    environment.awaitReason("IngressReady", "Creating");
    ingress.hold();

    environment.delete();
    assertThat(environment.awaitReason("IngressReady", "Deleting").getMessage())
        .contains("load balancer to be deleted", "kubectl describe ingress");
    assertThat(ingress.get().isMarkedForDeletion()).isTrue();
    assertThat(ingress.annotations().get("load-balancer-attributes"))
        .contains("deletion_protection.enabled=false");

    ingress.letGo();
    environment.awaitGone();
  }

  private String issued(String host) {
    var arn = certificates.request(host);
    Awaitility.await("the certificate to be issued")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> certificates.isIssued(arn));
    return arn;
  }

  private static EnvironmentUnderTest environment(
      Sandbox sandbox, String host, String arn, String more) {
    return EnvironmentUnderTest.ofOverlay(
        sandbox.admin(),
        "production",
        "spec: {network: {ingress: {host: %s, certificate: {arn: '%s'}, %s}}}"
            .formatted(host, arn, more));
  }

  private static String certificate(String region, String id) {
    return "network: {ingress: {certificate: {arn: 'arn:aws:acm:%s:123456789012:certificate/%s'}}}"
        .formatted(region, id);
  }

  private static void awaitLooks(Sandbox sandbox, int looks) {
    var mark = sandbox.wires().recording().mark();
    Awaitility.await(looks + " looks at the certificate")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> sandbox.wires().recording().since(mark, IngressIT::isLook).size() >= looks);
  }

  private static boolean isLook(Call call) {
    return call.operation().equals("DescribeCertificate");
  }
}
