package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.RunningOperator;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.IngressUnderTest;
import io.appenv.operator.testing.TestIngressClasses;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One host is one environment's, in whatever namespace; and a way in without AWS. */
@WithOperator
class IngressHostIT {

  private TestIngressClasses classes;

  @BeforeEach
  void controllers(Sandbox sandbox) {
    classes = new TestIngressClasses(sandbox.admin()).withUsual();
  }

  @AfterEach
  void none() {
    classes.close();
  }

  @Test
  void inDevelopmentAPlainIngressIsMadeForTheUsualClass(Sandbox sandbox) {
    classes.close();
    var environment = environment(sandbox, "dev.example.com");
    assertThat(environment.awaitReason("IngressReady", "IngressClassMissing").getMessage())
        .contains("Service");
    environment.awaitReady();
    var ingress = new IngressUnderTest(environment);
    assertThat(ingress.find()).isEmpty();
    assertThat(ingress.endpointToldTo("development-backend")).isEmpty();

    classes.withUsual();
    environment.awaitReason("IngressReady", "Available");
    environment.awaitReady();
    assertThat(ingress.get().getSpec().getIngressClassName()).isEqualTo("nginx");
    assertThat(ingress.annotations()).isEmpty();
    assertThat(ingress.get().getSpec().getTls()).isEmpty();
    assertThat(ingress.endpointToldTo("development-backend")).isEqualTo("http://dev.example.com");
    assertThat(Objects.requireNonNull(environment.status().endpoints()).api())
        .isEqualTo("http://dev.example.com");

    environment.patchJson("- {op: remove, path: /spec/network}");
    ingress.awaitGone();
    environment.awaitReady();
    assertThat(environment.condition("IngressReady")).isEmpty();
    environment.delete();
    environment.awaitGone();
  }

  @Test
  void aHostGoesToWhoeverCameFirstAndThenToTheNext(Sandbox sandbox, RunningOperator operator) {
    var first = environment(sandbox, "shared.example.com");
    first.awaitReason("IngressReady", "Available");
    var second = environment(sandbox, "shared.example.com");
    assertThat(second.awaitReason("IngressReady", "HostInUse").getMessage())
        .contains("shared.example.com")
        .doesNotContain(first.namespace());
    assertThat(new IngressUnderTest(second).find()).isEmpty();
    assertThat(second.isReady()).isFalse();

    operator.kill();
    operator.ensureRunning();
    second.patchSpec("operations: {changes: Auto}");
    second.await(
        "a pass of the new operator",
        it -> it.getMetadata().getGeneration().equals(it.getStatus().observedGeneration()));
    assertThat(second.awaitReason("IngressReady", "HostInUse")).isNotNull();
    assertThat(new IngressUnderTest(first).host()).isEqualTo("shared.example.com");

    first.delete();
    first.awaitGone();
    second.awaitReason("IngressReady", "Available");
    assertThat(new IngressUnderTest(second).host()).isEqualTo("shared.example.com");
    second.delete();
    second.awaitGone();
  }

  /** However old an environment is, naming a host takes it from nobody. */
  @Test
  void aHostThatIsServedIsTakenFromNobody(Sandbox sandbox) {
    var older = environment(sandbox, "older.example.com");
    older.awaitReason("IngressReady", "Available");
    var younger = environment(sandbox, "younger.example.com");
    younger.awaitReason("IngressReady", "Available");

    older.patchSpec("network: {ingress: {host: younger.example.com}}");
    older.awaitReason("IngressReady", "HostInUse");
    assertThat(new IngressUnderTest(older).host()).isEqualTo("older.example.com");
    assertThat(new IngressUnderTest(younger).host()).isEqualTo("younger.example.com");

    younger.patchSpec("network: {ingress: {host: another.example.com}}");
    older.awaitReason("IngressReady", "Available");
    assertThat(new IngressUnderTest(older).host()).isEqualTo("younger.example.com");
    older.delete();
    younger.delete();
    older.awaitGone();
    younger.awaitGone();
  }

  private static EnvironmentUnderTest environment(Sandbox sandbox, String host) {
    return EnvironmentUnderTest.ofOverlay(
        sandbox.admin(), "development", "spec: {network: {ingress: {host: %s}}}".formatted(host));
  }
}
