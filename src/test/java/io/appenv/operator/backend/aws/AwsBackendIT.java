package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.EngineParameter;
import io.appenv.operator.model.Failure.Terminal;
import io.appenv.operator.model.Failure.Waiting;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ParameterSetting;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.WeeklyWindow;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithSandbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The port of databases against the AWS endpoint of a sandbox. */
@WithSandbox
class AwsBackendIT {

  private final Sandbox sandbox;
  private final String identifier = SandboxAws.newIdentifier();
  private SandboxAws aws;
  private DesiredDatabase desired;

  AwsBackendIT(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  @BeforeEach
  void open() {
    aws = new SandboxAws(sandbox);
    desired = Samples.database(identifier, aws.subnets(2));
    aws.execute(new DatabaseAction.CreateSubnetGroup(desired));
    aws.execute(new DatabaseAction.CreateParameterGroup(desired));
    aws.execute(set(new ParameterSetting("rds.force_ssl", Optional.of("1"), true)));
  }

  @AfterEach
  void close() {
    sandbox.emulation().databases().clear();
    aws.close();
  }

  @Test
  void aDatabaseIsCreatedChangedAndDeleted() {
    aws.execute(new DatabaseAction.CreateInstance(desired));
    assertThat(instance().endpoint()).isEmpty();
    assertThat(settles()).startsWith("creating").isSubsetOf("creating", "backing-up", "available");
    var created = instance();
    assertThat(created.engineVersion()).startsWith("17.");
    assertThat(created.instanceClass()).isEqualTo("db.t3.medium");
    assertThat(created.storageGib()).isEqualTo(100);
    assertThat(created.multiAz()).isTrue();
    assertThat(created.backupRetentionDays()).isEqualTo(7);
    assertThat(created.backupWindow()).isEqualTo("17:00-18:00");
    assertThat(created.deletionProtection()).isTrue();
    assertThat(created.endpoint()).isPresent();
    assertThat(created.tags()).isEqualTo(Samples.TAGS);

    var credentials = Map.of(Ownership.CREDENTIALS, "uid-of-secret");
    var reference = new ResourceRef(ResourceKind.DATABASE_INSTANCE, identifier);
    aws.execute(new DatabaseAction.ResetPassword(identifier));
    aws.execute(new DatabaseAction.AddTags(reference, created.arn(), credentials));
    assertThat(settles()).startsWith("resetting-master-credentials");
    aws.execute(
        new DatabaseAction.ModifyInstance(
            identifier, List.of(new InstanceSetting.DeletionProtection(false)), false));
    assertThat(settles()).containsExactly("modifying", "available");
    assertThat(instance().tags())
        .containsAllEntriesOf(Samples.TAGS)
        .containsAllEntriesOf(credentials);
    delete();
  }

  private void delete() {
    aws.execute(
        new DatabaseAction.DeleteInstance(identifier, Optional.of(desired.finalSnapshot())));
    assertThat(instance().status()).isEqualTo("deleting");
    assertThat(snapshot()).isEqualTo("creating");
    assertIsBusy(new DatabaseAction.DeleteParameterGroup(desired.parameterGroup()));
    assertIsBusy(new DatabaseAction.DeleteSubnetGroup(desired.subnetGroup()));
    assertThat(SandboxAws.seen(this::status, "gone"::equals)).containsExactly("deleting", "gone");
    assertThat(snapshot()).isEqualTo("available");
    aws.execute(new DatabaseAction.DeleteParameterGroup(desired.parameterGroup()));
    aws.execute(new DatabaseAction.DeleteSubnetGroup(desired.subnetGroup()));
    aws.execute(new DatabaseAction.DeleteSubnetGroup(desired.subnetGroup()));
    assertThat(aws.databases.parameterGroups(aws.region).found())
        .doesNotContainKey(desired.parameterGroup());
    assertThat(aws.databases.subnetGroups(aws.region).found())
        .doesNotContainKey(desired.subnetGroup());
  }

  @Test
  void aBusyInstanceTakesNoChangeAndABrokenOneNoSnapshot() {
    aws.execute(new DatabaseAction.CreateInstance(desired));
    assertIsBusy(
        new DatabaseAction.ModifyInstance(
            identifier, List.of(new InstanceSetting.DeletionProtection(false)), false));
    settles();
    sandbox.emulation().databases().report(identifier, "failed");
    assertThat(status()).isEqualTo("failed");
    assertIsBusy(
        new DatabaseAction.DeleteInstance(identifier, Optional.of(desired.finalSnapshot())));
    sandbox.emulation().databases().report(identifier, "storage-full");
    aws.execute(
        new DatabaseAction.ModifyInstance(
            identifier, List.of(new InstanceSetting.Storage(200)), true));
    sandbox.emulation().databases().clear(identifier);
    assertThat(settles()).startsWith("modifying");
    assertThat(instance().storageGib()).isEqualTo(200);
  }

  @Test
  void whatInterruptsWaitsForTheMaintenanceWindow() {
    aws.execute(new DatabaseAction.CreateInstance(desired));
    settles();
    aws.execute(new DatabaseAction.ModifyInstance(identifier, largerClass(), false));
    assertThat(instance().status()).isEqualTo("available");
    assertThat(instance().instanceClass()).isEqualTo("db.t3.medium");
    assertThat(instance().pending().instanceClass()).contains("db.m6g.large");
    sandbox.emulation().openMaintenanceWindow();
    assertThat(settles()).containsExactly("modifying", "available");
    assertThat(instance().instanceClass()).isEqualTo("db.m6g.large");
    assertThat(instance().pending().isEmpty()).isTrue();
  }

  @Test
  void whatIsRememberedOfGroupsIsWhatAwsHolds() {
    var more = Samples.database(identifier, aws.subnets(3));
    aws.execute(new DatabaseAction.ModifySubnetGroup(more));
    var fresh = new AwsDatabasePort(new AwsRegions(new SimpleMeterRegistry()));
    assertThat(aws.databases.subnetGroups(aws.region).found().get(desired.subnetGroup()))
        .isNotNull()
        .isEqualTo(fresh.subnetGroups(aws.region).found().get(desired.subnetGroup()))
        .satisfies(group -> assertThat(group.subnetIds()).isEqualTo(more.subnetIds()))
        .satisfies(group -> assertThat(group.tags()).isEqualTo(Samples.TAGS));
    assertThat(aws.databases.parameterGroups(aws.region).found().get(desired.parameterGroup()))
        .isNotNull()
        .isEqualTo(fresh.parameterGroups(aws.region).found().get(desired.parameterGroup()));
    assertThatThrownBy(() -> aws.execute(new DatabaseAction.CreateSubnetGroup(desired)))
        .isInstanceOf(FailureException.class);
  }

  @Test
  void staticParametersWaitForARestartAndCanBeTakenBack() {
    aws.execute(new DatabaseAction.CreateInstance(desired));
    settles();
    aws.execute(
        set(
            new ParameterSetting("max_connections", Optional.of("200"), true),
            new ParameterSetting("work_mem", Optional.of("65536"), false)));
    assertThat(parameter("work_mem").value()).contains("65536");
    assertThat(parameter("max_connections"))
        .isEqualTo(new EngineParameter(Optional.of("200"), true, true, true));
    assertThat(parameter("block_size").isModifiable()).isFalse();
    assertThat(instance().awaitsRestart()).isTrue();

    var window = WeeklyWindow.read(desired.maintenanceWindow(), ZoneOffset.UTC).orElseThrow();
    aws.execute(new DatabaseAction.RebootInstance(identifier, window));
    assertThat(settles()).containsExactly("rebooting", "available");
    assertThat(instance().awaitsRestart()).isFalse();

    aws.execute(
        new DatabaseAction.ResetParameters(
            desired.parameterGroup(),
            List.of(new ParameterSetting("work_mem", Optional.empty(), false))));
    assertThat(parameter("work_mem").value()).contains("4096");
    assertThat(parameter("work_mem").isSet()).isFalse();
    assertThat(instance().awaitsRestart()).isFalse();
  }

  @Test
  void aParameterThatNobodyKnowsIsRefusedByItsName() {
    assertThatThrownBy(
            () -> aws.execute(set(new ParameterSetting("wrok_mem", Optional.of("1"), true))))
        .isInstanceOfSatisfying(
            FailureException.class,
            failure ->
                assertThat(failure.failure())
                    .isInstanceOf(Terminal.class)
                    .satisfies(it -> assertThat(it.message()).contains("wrok_mem")));
  }

  private DatabaseAction.SetParameters set(ParameterSetting... settings) {
    return new DatabaseAction.SetParameters(desired.parameterGroup(), List.of(settings));
  }

  private EngineParameter parameter(String name) {
    var group =
        Objects.requireNonNull(
            aws.databases.parameterGroups(aws.region).found().get(desired.parameterGroup()));
    return Objects.requireNonNull(group.parameters().get(name));
  }

  @Test
  void anotherAuthorityWaitsForTheMaintenanceWindow() {
    aws.execute(new DatabaseAction.CreateInstance(desired));
    settles();
    assertThat(instance().caCertificate()).isEqualTo("rds-ca-rsa2048-g1");
    aws.execute(authority("rds-ca-ecc384-g1"));
    assertThat(instance().pending().caCertificate()).contains("rds-ca-ecc384-g1");
    sandbox.emulation().openMaintenanceWindow();
    assertThat(settles()).containsExactly("modifying", "available");
    assertThat(instance().caCertificate()).isEqualTo("rds-ca-ecc384-g1");
    assertThatThrownBy(() -> aws.execute(authority("rds-ca-1999")))
        .isInstanceOfSatisfying(
            FailureException.class,
            failure -> assertThat(failure.failure()).isInstanceOf(Terminal.class));
  }

  private DatabaseAction.ModifyInstance authority(String name) {
    return new DatabaseAction.ModifyInstance(
        identifier, List.of(new InstanceSetting.CaCertificate(name)), false);
  }

  @Test
  void performanceInsightsAreSwitchedOnAndOff() {
    aws.execute(new DatabaseAction.CreateInstance(desired));
    settles();
    assertThat(instance().performanceInsightsDays()).isEmpty();
    aws.execute(insights(Optional.of(62)));
    settles();
    assertThat(instance().performanceInsightsDays()).contains(62);
    aws.execute(insights(Optional.empty()));
    settles();
    assertThat(instance().performanceInsightsDays()).isEmpty();
  }

  private DatabaseAction.ModifyInstance insights(Optional<Integer> days) {
    return new DatabaseAction.ModifyInstance(
        identifier, List.of(new InstanceSetting.PerformanceInsights(days)), false);
  }

  @Test
  void theKindOfVolumeChangesWithItsIops() {
    aws.execute(new DatabaseAction.CreateInstance(desired));
    settles();
    aws.execute(
        new DatabaseAction.ModifyInstance(
            identifier,
            List.of(
                new InstanceSetting.StorageType("io2"),
                new InstanceSetting.Storage(100),
                new InstanceSetting.Iops(5_000)),
            true));
    assertThat(settles()).startsWith("modifying");
    assertThat(instance().storageType()).isEqualTo("io2");
    assertThat(instance().iops()).isEqualTo(5_000);
  }

  private static List<InstanceSetting> largerClass() {
    return List.of(new InstanceSetting.InstanceClass("db.m6g.large"));
  }

  private void assertIsBusy(DatabaseAction action) {
    assertThatThrownBy(() -> aws.execute(action))
        .isInstanceOfSatisfying(
            FailureException.class,
            failure -> assertThat(failure.failure()).isInstanceOf(Waiting.class));
  }

  private List<String> settles() {
    return SandboxAws.seen(this::status, "available"::equals);
  }

  private String status() {
    var instance = aws.databases.instances(aws.region).get(identifier);
    return instance == null ? "gone" : instance.status();
  }

  private DatabaseInstance instance() {
    return Objects.requireNonNull(aws.databases.instances(aws.region).get(identifier));
  }

  private String snapshot() {
    return Objects.requireNonNull(aws.databases.snapshots(aws.region).get(desired.finalSnapshot()))
        .status();
  }
}
