package io.appenv.operator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** The servers run beside the workloads. */
class InClusterContractIT extends BackendContract {

  private final BackendUnderTest inCluster = new InCluster();

  @Override
  BackendUnderTest backend() {
    return inCluster;
  }

  private static final class InCluster implements BackendUnderTest {

    private static final String SERVER = "development-postgresql";

    @Override
    public void start(Sandbox sandbox) {}

    @Override
    public void stop() {}

    @Override
    public EnvironmentUnderTest apply(Sandbox sandbox, String patch) {
      return EnvironmentUnderTest.ofOverlay(
          sandbox.admin(), "development", "spec: {%s}".formatted(patch));
    }

    @Override
    public void awaitRest(EnvironmentUnderTest environment) {
      environment.awaitReady();
    }

    /** Nothing here looks at anything by itself: a while without a write is all there is to see. */
    @Override
    public void awaitLooks(Sandbox sandbox, long mark) {
      Awaitility.await("quiet")
          .during(Duration.ofSeconds(3))
          .atMost(EnvironmentUnderTest.PATIENCE)
          .until(() -> sandbox.wires().recording().writesSince(mark).isEmpty());
    }

    /** The class means nothing here, and a server is never restarted for it. */
    @Override
    public void change(Sandbox sandbox, EnvironmentUnderTest environment, AwsView aws) {
      var before = server(environment).getSpec();
      environment.patchSpec("database: {instanceClass: db.t3.large}");
      environment.awaitReady();
      assertThat(server(environment).getSpec()).isEqualTo(before);
    }

    @Override
    public void drift(EnvironmentUnderTest environment, AwsView aws) {
      environment
          .client()
          .apps()
          .statefulSets()
          .inNamespace(environment.namespace())
          .withName(SERVER)
          .scale(0);
    }

    @Override
    public boolean isAsDeclared(EnvironmentUnderTest environment, AwsView aws) {
      return server(environment).getSpec().getReplicas() == 1;
    }

    @Override
    public void meetForeigner(Sandbox sandbox, AwsView aws) {
      var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "development");
      var foreign =
          environment
              .client()
              .resource(
                  new ServiceBuilder()
                      .withNewMetadata()
                      .withName(SERVER)
                      .withNamespace(environment.namespace())
                      .withLabels(Map.of("team", "x"))
                      .endMetadata()
                      .withNewSpec()
                      .addNewPort()
                      .withPort(1)
                      .endPort()
                      .endSpec()
                      .build())
              .create();
      environment.apply("{}");
      environment.awaitReason("Ready", "NameTaken");
      assertThat(environment.client().resource(foreign).get().getMetadata().getLabels())
          .isEqualTo(Map.of("team", "x"));
      environment.client().resource(foreign).delete();
      environment.delete();
      environment.awaitGone();
    }

    /** There are no snapshots here, and whoever asks for one is told so. */
    @Override
    public void assertCopied(EnvironmentUnderTest environment, AwsView aws) {
      assertThatThrownBy(() -> environment.apply("spec: {database: {deletionPolicy: Snapshot}}"))
          .hasMessageContaining("stage Development has no database snapshots");
    }

    @Override
    public void assertRetained(EnvironmentUnderTest environment, AwsView aws) {
      assertThat(
              environment
                  .client()
                  .persistentVolumeClaims()
                  .inNamespace(environment.namespace())
                  .list()
                  .getItems())
          .hasSize(2);
    }

    private static StatefulSet server(EnvironmentUnderTest environment) {
      return environment
          .client()
          .apps()
          .statefulSets()
          .inNamespace(environment.namespace())
          .withName(SERVER)
          .require();
    }
  }
}
