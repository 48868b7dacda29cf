package io.appenv.operator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import java.time.Duration;
import org.awaitility.Awaitility;

/** The calls are made by the operator itself. */
class SdkContractIT extends BackendContract {

  private static final int SWEEPS = 3;

  private final BackendUnderTest sdk = new Sdk();

  @Override
  BackendUnderTest backend() {
    return sdk;
  }

  private static final class Sdk extends OnAws {

    @Override
    String name() {
      return "SDK";
    }

    @Override
    public void start(Sandbox sandbox) {}

    @Override
    public void stop() {}

    @Override
    public void awaitLooks(Sandbox sandbox, long mark) {
      Awaitility.await("sweeps")
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  sandbox
                          .wires()
                          .recording()
                          .since(mark, call -> call.operation().equals("DescribeDBInstances"))
                          .size()
                      > SWEEPS);
    }

    /** AWS is told at once, and holds it for the window of the database. */
    @Override
    public void change(Sandbox sandbox, EnvironmentUnderTest environment, AwsView aws) {
      environment.patchSpec("database: {storage: 120Gi, instanceClass: %s}".formatted(LARGE));
      awaitStorage(environment, aws, 120);
      environment.awaitReason("DatabaseReady", "PendingMaintenance");
      assertThat(instance(environment, aws).dbInstanceClass()).isEqualTo(SMALL);
      sandbox.emulation().openMaintenanceWindow();
      awaitClass(environment, aws, LARGE);
    }
  }
}
