package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.ResourceStatus;
import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Call;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.IngressUnderTest;
import io.appenv.operator.testing.TestCertificates;
import io.appenv.operator.testing.TestIngressClasses;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A certificate is asked for, validated, served, replaced and deleted, once each. */
@WithOperator
class CertificateIT {

  private static final List<String> OFTEN = List.of("-Dappenv.sweep.idle-interval=200ms");

  private TestIngressClasses classes;
  private TestCertificates certificates;

  @BeforeAll
  static void lookOften(RunningOperator operator) {
    operator.restart(OFTEN);
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
  void itIsAskedForValidatedServedReplacedAndDeleted(Sandbox sandbox) {
    var zone = certificates.zone("life.example.com");
    var environment =
        environment(
            sandbox, "shop.life.example.com", "certificate: {hostedZoneId: %s}".formatted(zone));
    var ingress = new IngressUnderTest(environment);
    environment.awaitReason("IngressReady", "CertificatePending");
    assertThat(ingress.find()).isEmpty();
    environment.awaitReason("IngressReady", "Creating");
    assertThat(certificates.records(zone)).singleElement().asString().contains("shop.life");
    var first = certificates.of("shop.life.example.com").getFirst();
    assertThat(certificates.tags(first))
        .containsEntry("appenv.io/uid", environment.get().getMetadata().getUid());
    assertThat(ingress.annotations()).containsEntry("certificate-arn", first);
    ingress.serveAt("life-1.elb.example.com");
    var status = environment.awaitReady().getStatus();
    assertThat(status.inventory())
        .extracting(ResourceStatus::kind)
        .contains("Certificate", "ResourceRecordSet");
    var told = Objects.requireNonNull(status.certificate());
    assertThat(told.arn()).isEqualTo(first);
    assertThat(Objects.requireNonNull(told.validationRecord()).type()).isEqualTo("CNAME");

    environment.patchSpec("network: {ingress: {host: new.life.example.com}}");
    environment.awaitReason("IngressReady", "CertificatePending");
    assertThat(ingress.host()).isEqualTo("shop.life.example.com");
    assertThat(certificates.of("shop.life.example.com")).containsExactly(first);
    environment.awaitReady();
    assertThat(ingress.host()).isEqualTo("new.life.example.com");
    environment.await(
        "the end of the former certificate",
        _ -> certificates.of("shop.life.example.com").isEmpty());
    assertThat(certificates.of("new.life.example.com"))
        .containsExactly(ingress.annotations().get("certificate-arn"));
    environment.await(
        "the record of the new one alone", _ -> certificates.records(zone).size() == 1);

    environment.delete();
    environment.awaitGone();
    assertThat(certificates.of("new.life.example.com")).isEmpty();
    assertThat(certificates.records(zone)).isEmpty();
  }

  @Test
  void withoutAZoneTheRecordIsTold(Sandbox sandbox) {
    var environment = environment(sandbox, "byhand.example.com", "scheme: Internal");
    environment.await(
        "the record to be told",
        it -> String.valueOf(it.getStatus()).contains("byhand.example.com CNAME"));
    environment.awaitReason("IngressReady", "Creating");
    environment.delete();
    environment.awaitGone();
    assertThat(certificates.of("byhand.example.com")).isEmpty();
  }

  @Test
  void aZoneThatTheHostIsNotInGetsNoRecord(Sandbox sandbox) {
    var zone = certificates.zone("other.example.org");
    var environment =
        environment(
            sandbox, "misfit.example.com", "certificate: {hostedZoneId: %s}".formatted(zone));
    assertThat(environment.awaitReason("IngressReady", "HostedZoneUnfit").getMessage())
        .contains(zone, "misfit.example.com");
    assertThat(certificates.records(zone)).isEmpty();
    environment.delete();
    environment.awaitGone();
    assertThat(certificates.of("misfit.example.com")).isEmpty();
  }

  /** What others have for the same name is neither used nor deleted. */
  @Test
  void theCertificateOfOthersIsLeftAlone(Sandbox sandbox) {
    var foreign = certificates.request("both.example.com");
    var environment = environment(sandbox, "both.example.com", "scheme: Internal");
    environment.awaitReason("IngressReady", "Creating");
    assertThat(certificates.of("both.example.com")).hasSize(2).contains(foreign);
    assertThat(new IngressUnderTest(environment).annotations().get("certificate-arn"))
        .isNotEqualTo(foreign);
    environment.delete();
    environment.awaitGone();
    assertThat(certificates.of("both.example.com")).containsExactly(foreign);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("error", Fault.errorAfterCommit()),
        Arguments.of("silence", new Fault.LoseAnswer()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aLostAnswerMakesNoSecondOne(String name, Fault fault, Sandbox sandbox) {
    var domain = name + ".example.net";
    var zone = certificates.zone(domain);
    var disturbed = ConcurrentHashMap.<String>newKeySet();
    try (var _ = sandbox.wires().faults().always(call -> isFirst(call, disturbed), fault)) {
      var environment =
          environment(sandbox, "a." + domain, "certificate: {hostedZoneId: %s}".formatted(zone));
      environment.awaitReason("IngressReady", "Creating");
      assertThat(certificates.of("a." + domain)).hasSize(1);
      assertThat(certificates.records(zone)).hasSize(1);

      environment.delete();
      environment.awaitGone();
      assertThat(certificates.of("a." + domain)).isEmpty();
      assertThat(certificates.records(zone)).isEmpty();
      assertThat(disturbed)
          .contains("RequestCertificate", "ChangeResourceRecordSets", "DeleteCertificate");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RequestCertificate", "ChangeResourceRecordSets", "DeleteCertificate"})
  void anOperatorKilledAtACallIsNoReasonForASecondOne(
      String operation, Sandbox sandbox, RunningOperator operator) {
    var domain = operation.toLowerCase(Locale.ROOT) + ".example.net";
    var zone = certificates.zone(domain);
    var killed = ConcurrentHashMap.<String>newKeySet();
    try (var _ =
        sandbox
            .wires()
            .faults()
            .always(
                call -> call.operation().equals(operation) && killed.add(operation),
                new Fault.After(() -> operator.crash(OFTEN)))) {
      var environment =
          environment(sandbox, "a." + domain, "certificate: {hostedZoneId: %s}".formatted(zone));
      environment.awaitReason("IngressReady", "Creating");
      assertThat(certificates.of("a." + domain)).hasSize(1);
      environment.delete();
      environment.awaitGone();
      assertThat(killed).isNotEmpty();
      assertThat(certificates.of("a." + domain)).isEmpty();
      assertThat(certificates.records(zone)).isEmpty();
    }
  }

  private static boolean isFirst(Call call, Set<String> disturbed) {
    return call.isWrite()
        && (call.service().equals("acm") || call.service().equals("route53"))
        && disturbed.add(call.operation());
  }

  private static EnvironmentUnderTest environment(Sandbox sandbox, String host, String more) {
    return EnvironmentUnderTest.ofOverlay(
        sandbox.admin(),
        "production",
        "spec: {network: {ingress: {host: %s, deletionProtection: false, %s}}}"
            .formatted(host, more));
  }
}
