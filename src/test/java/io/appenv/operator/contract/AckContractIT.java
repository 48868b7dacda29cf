package io.appenv.operator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.testing.AwsView;
import io.appenv.operator.testing.EnvironmentUnderTest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The calls are made by the real ACK controllers, whose build takes minutes: not part of every run.
 */
@EnabledIfSystemProperty(named = "appenv.contract.ack", matches = "true")
class AckContractIT extends BackendContract {

  private final BackendUnderTest ack = new Ack();

  @Override
  BackendUnderTest backend() {
    return ack;
  }

  private static final class Ack extends OnAws {

    private static final DateTimeFormatter DAY_AND_TIME =
        DateTimeFormatter.ofPattern("EEE:HH:mm", Locale.ENGLISH);

    private AutoCloseable controllers = () -> {};

    @Override
    String name() {
      return "ACK";
    }

    @Override
    public void start(Sandbox sandbox) {
      controllers = sandbox.startAck();
    }

    @Override
    public void stop() throws Exception {
      controllers.close();
    }

    /** Only the controllers ask for one thing by its name. */
    @Override
    public void awaitLooks(Sandbox sandbox, long mark) {
      for (var parameter : new String[] {"DBInstanceIdentifier", "ReplicationGroupId"}) {
        Awaitility.await("the controller to look at its " + parameter)
            .atMost(EnvironmentUnderTest.PATIENCE)
            .until(
                () ->
                    sandbox
                            .wires()
                            .recording()
                            .since(
                                mark,
                                call ->
                                    call.operation().startsWith("Describe")
                                        && call.parameters().containsKey(parameter))
                            .size()
                        > 1);
      }
    }

    /** AWS is not told before the window of the environment is open. */
    @Override
    public void change(Sandbox sandbox, EnvironmentUnderTest environment, AwsView aws) {
      environment.patchSpec("database: {storage: 120Gi, instanceClass: %s}".formatted(LARGE));
      awaitStorage(environment, aws, 120);
      environment.awaitReason("DatabaseReady", "PendingMaintenance");
      var waiting = instance(environment, aws);
      assertThat(waiting.dbInstanceClass()).isEqualTo(SMALL);
      assertThat(String.valueOf(waiting.pendingModifiedValues())).doesNotContain(LARGE);

      var now = ZonedDateTime.now(ZoneOffset.UTC);
      environment.patchSpec(
          "operations: {maintenanceWindow: {window: '%s-%s', timeZone: UTC}}"
              .formatted(day(now.minusMinutes(10)), day(now.plus(Duration.ofHours(3)))));
      awaitClass(environment, aws, LARGE);
    }

    private static String day(ZonedDateTime time) {
      return DAY_AND_TIME.format(time).toLowerCase(Locale.ENGLISH);
    }
  }
}
