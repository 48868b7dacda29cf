package io.appenv.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kind of volume, and the operations per second that it is given. */
class DatabaseIopsTest {

  private final SimulatedDatabase aws = new SimulatedDatabase();
  private final DatabasePasses passes = new DatabasePasses(aws);

  @ParameterizedTest(name = "{0} GiB {1} with {2} IOPS become {3} GiB {4} with {5}")
  @CsvSource({
    "100, gp3, , 100, io1, 3000",
    "100, gp3, , 100, io2, 50000",
    "100, io1, 3000, 100, io1, 5000",
    "100, io1, 3000, 100, io2, 3000",
    "100, io2, 3000, 200, io2, 3000",
    "100, io1, 3000, 100, gp3, ",
    "100, io1, 3000, 100, gp2, ",
    "400, gp3, , 400, gp3, 16000",
    "400, gp3, 16000, 400, gp3, 12000",
    "399, gp3, , 500, gp3, 20000",
    "500, gp3, 16000, 500, io2, 16000",
    "500, io2, 16000, 500, gp3, 13000"
  })
  void changesByOneCallAtOnce(
      int size, String type, Integer iops, int newSize, String newType, Integer newIops) {
    passes.apply(volume(size, type, Optional.ofNullable(iops)));
    var wanted = volume(newSize, newType, Optional.ofNullable(newIops));

    assertThat(passes.plan(wanted).actions())
        .singleElement()
        .satisfies(action -> assertThat(action.changeClass()).isEqualTo(ChangeClass.IN_PLACE))
        .satisfies(action -> assertThat(action.isDisruptive()).isFalse())
        .satisfies(action -> assertThat(modify(action.action()).applyImmediately()).isTrue());
    passes.apply(wanted);

    assertThat(aws.instance().storageGib).isEqualTo(newSize);
    assertThat(aws.instance().storageType).isEqualTo(newType);
    assertThat(aws.instance().iops).isEqualTo(newIops == null ? 3_000 : newIops);
    assertThat(passes.plan(wanted)).isEqualTo(Plan.empty());
  }

  @Test
  void namesTheSizeWithIt() {
    passes.apply(volume(100, "io1", Optional.of(3_000)));

    var action = passes.plan(volume(100, "io1", Optional.of(4_000))).actions().getFirst();

    assertThat(action.reason()).isEqualTo("iops 3000 -> 4000");
    assertThat(modify(action.action()).settings())
        .isEqualTo(List.of(new InstanceSetting.Iops(4_000), new InstanceSetting.Storage(100)));
  }

  @Test
  void waitsWhileTheStorageIsRearranged() {
    passes.apply(volume(100, "io1", Optional.of(3_000)));
    aws.instance().status = "storage-optimization";

    var plan = passes.plan(volume(100, "io1", Optional.of(4_000)));

    assertThat(plan.actions()).isEmpty();
    assertThat(plan.findings().getFirst().reason()).isEqualTo(Reason.MODIFYING);
  }

  @Test
  void goesIntoTheWindowWhileSomethingElseWaitsForIt() {
    passes.apply(volume(100, "io1", Optional.of(3_000)));
    var larger =
        DatabaseExample.production(
            it -> {
              it.storageType = "io1";
              it.iops = Optional.of(4_000);
              it.instanceClass = "db.t3.large";
            });
    aws.instance().pending = PendingExample.instanceClass("db.t3.large");

    var end = passes.apply(larger);

    assertThat(aws.instance().iops).isEqualTo(3_000);
    assertThat(end.findings())
        .extracting(it -> it.message())
        .anyMatch(
            it -> it.startsWith("iops 3000 -> 4000 is applied by AWS in the maintenance window"));
    aws.maintenanceWindow();
    assertThat(aws.instance().iops).isEqualTo(4_000);
    assertThat(passes.plan(larger)).isEqualTo(Plan.empty());
  }

  @Test
  void aFullVolumeGrowsWithTheIopsItHas() {
    passes.apply(volume(100, "io1", Optional.of(3_000)));
    aws.instance().status = "storage-full";

    passes.apply(volume(200, "io1", Optional.of(3_000)));

    assertThat(aws.instance().storageGib).isEqualTo(200);
  }

  @Test
  void thePlanOfACreationTellsThem() {
    assertThat(passes.plan(volume(100, "io2", Optional.of(5_000))).actions().getLast().reason())
        .contains("100 GiB io2 with 5000 IOPS");
  }

  private static DatabaseAction.ModifyInstance modify(Action action) {
    return (DatabaseAction.ModifyInstance) action;
  }

  private static Desired volume(int gib, String type, Optional<Integer> iops) {
    return DatabaseExample.production(
        it -> {
          it.storageGib = gib;
          it.storageType = type;
          it.iops = iops;
        });
  }
}
