package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appenv.operator.cache.CachePlanner;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.CacheAction.ModifyGroup;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.EngineParameter;
import io.appenv.operator.model.Failure.Waiting;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Observed.ObservedCache;
import io.appenv.operator.model.Observed.ObservedDatabase;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PodUse;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.SubnetGroup;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithSandbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The port of caches against the AWS endpoint of a sandbox. */
@WithSandbox
class AwsCacheBackendIT {

  private final Sandbox sandbox;
  private final String identifier = SandboxAws.newIdentifier();
  private SandboxAws aws;
  private DesiredCache desired;

  AwsCacheBackendIT(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  @BeforeEach
  void open() {
    aws = new SandboxAws(sandbox);
    desired = Samples.cache(identifier, aws.subnets(2));
    aws.execute(new CacheAction.CreateSubnetGroup(desired));
    aws.execute(new CacheAction.CreateGroup(desired, List.of()));
  }

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void aCacheIsCreatedAndDeletedAndCreatedAgain() {
    assertThat(group().primaryEndpoint()).isEmpty();
    assertThat(settles()).containsExactly("creating", "available");
    assertThat(group().engineVersion()).isEqualTo("7.1.0");
    assertThat(group().nodeType()).isEqualTo("cache.t3.medium");
    assertThat(group().nodes()).isEqualTo(2);
    assertThat(group().automaticFailover()).isTrue();
    assertThat(group().snapshotRetentionDays()).isEqualTo(1);
    assertThat(group().snapshotWindow()).isEqualTo("17:00-18:00");
    assertThat(group().maintenanceWindow()).isEqualTo("sun:18:30-sun:19:30");
    assertThat(group().subnetGroup()).isEqualTo(desired.subnetGroup());
    assertThat(group().primaryEndpoint()).isPresent();
    assertThat(group().readerEndpoint()).isPresent();
    assertThat(group().tags()).isEqualTo(Samples.TAGS);

    aws.execute(new CacheAction.DeleteGroup(identifier, Optional.of(desired.finalSnapshot())));
    assertThat(snapshot()).isEqualTo("creating");
    assertIsBusy(new CacheAction.DeleteSubnetGroup(desired.subnetGroup()));
    assertIsBusy(new CacheAction.DeleteGroup(identifier, Optional.empty()));
    assertThat(SandboxAws.seen(this::status, "gone"::equals))
        .isSubsetOf("snapshotting", "deleting", "gone");
    assertThat(snapshot()).isEqualTo("available");
    aws.execute(new CacheAction.DeleteGroup(identifier, Optional.empty()));
    aws.execute(new CacheAction.DeleteSubnetGroup(desired.subnetGroup()));
    aws.execute(new CacheAction.DeleteSubnetGroup(desired.subnetGroup()));
    assertThat(aws.caches.subnetGroups(aws.region).found())
        .doesNotContainKey(desired.subnetGroup());

    aws.execute(new CacheAction.CreateSubnetGroup(desired));
    aws.execute(new CacheAction.CreateGroup(desired, List.of()));
    assertThat(settles()).containsExactly("creating", "available");
    assertThat(group().tags()).isEqualTo(Samples.TAGS);
    assertThat(group().arn()).endsWith(":" + identifier);
  }

  @Test
  void aCacheIsChanged() {
    settles();
    aws.execute(new CacheAction.IncreaseReplicas(identifier, 2));
    assertIsBusy(new CacheAction.IncreaseReplicas(identifier, 3));
    settles();
    assertThat(group().nodes()).isEqualTo(3);
    aws.execute(new CacheAction.DecreaseReplicas(identifier, 1));
    settles();
    assertThat(group().nodes()).isEqualTo(2);
    var arn = group().arn();
    var token = group().authTokenModified();
    var reference = new ResourceRef(ResourceKind.REPLICATION_GROUP, identifier);
    aws.execute(new CacheAction.AddTags(reference, arn, Map.of("more", "now")));
    assertIsBusy(new CacheAction.ResetToken(identifier));
    settles();
    assertThat(group().authTokenModified()).isEqualTo(token);
    aws.executeWithNewToken(new CacheAction.ResetToken(identifier));
    assertIsBusy(new CacheAction.AddTags(reference, arn, Map.of("more", "later")));
    assertThat(settles()).containsExactly("modifying", "available");
    assertThat(group().authTokenModified()).isPresent().isNotEqualTo(token);
    assertThat(group().autoMinorVersionUpgrade()).contains(false);
    aws.execute(windows());
    settles();
    assertThat(group().autoMinorVersionUpgrade()).contains(true);
    assertThat(group().snapshotRetentionDays()).isEqualTo(5);
    assertThat(group().snapshotWindow()).isEqualTo("01:00-02:00");
    assertThat(group().maintenanceWindow()).isEqualTo("mon:03:00-mon:04:00");

    aws.execute(larger());
    assertThat(group().status()).isEqualTo("available");
    assertThat(group().nodeType()).isEqualTo("cache.t3.medium");
    assertThat(group().pendingNodeType()).contains("cache.m6g.large");
    assertThat(group().pendingEngineVersion()).contains("7.2.0");
    sandbox.emulation().openMaintenanceWindow();
    assertThat(settles()).containsExactly("modifying", "available");
    assertThat(group().nodeType()).isEqualTo("cache.m6g.large");
    assertThat(group().engineVersion()).isEqualTo("7.2.0");
    assertThat(group().pendingNodeType()).isEmpty();
  }

  /** One call a pass, each of which AWS takes, until nothing is left to do. */
  @Test
  void anotherTokenTagsAndAChangeAreGivenOneAfterTheOther() {
    settles();
    var noSnapshots = cache(0, Samples.TAGS);
    assertThat(carryOut(noSnapshots)).containsExactly("ModifyGroup");
    var tags = new HashMap<>(Samples.TAGS);
    tags.put(Ownership.CREDENTIALS, "another-secret");
    tags.put("more", "now");

    assertThat(carryOut(cache(3, tags)))
        .containsExactly(
            "AddTags", "AddTags", "ResetToken", "AddTags", "ModifyGroup", "DropFormerToken");
    assertThat(group().tags()).containsAllEntriesOf(tags);
    assertThat(group().snapshotRetentionDays()).isEqualTo(3);
  }

  @Test
  void aCacheIsGivenParametersOfItsOwn() {
    settles();
    assertThat(group().parameterGroup()).isEqualTo("default.redis7");
    assertThat(carryOut(cache(Map.of("timeout", "30", "maxmemory-policy", "allkeys-lru"))))
        .containsExactly("CreateParameterGroup", "SetParameters", "ModifyGroup");
    assertThat(group().parameterGroup()).isEqualTo(identifier + "-redis7");
    assertThat(carryOut(cache(Map.of("timeout", "30")))).containsExactly("ResetParameters");

    var seen =
        Objects.requireNonNull(
            aws.caches.parameterGroups(aws.region).found().get(identifier + "-redis7"));
    assertThat(seen.family()).isEqualTo("redis7");
    assertThat(seen.tags()).isEqualTo(Samples.TAGS);
    assertThat(seen.parameters().get("timeout"))
        .isEqualTo(new EngineParameter(Optional.of("30"), true, false, true));
    assertThat(seen.parameters().get("maxmemory-policy"))
        .isEqualTo(new EngineParameter(Optional.of("volatile-lru"), false, false, true));
    assertIsBusy(new CacheAction.DeleteParameterGroup(identifier + "-redis7"));
  }

  @Test
  void snapshotsDoNotBeginWithoutANodeToTakeThemOf() {
    settles();
    carryOut(cache(0, Samples.TAGS));
    assertThatThrownBy(() -> aws.execute(windows())).isInstanceOf(FailureException.class);
  }

  @Test
  void whatIsRememberedIsWhatAwsHolds() {
    settles();
    var more = Samples.cache(identifier, aws.subnets(3));
    aws.execute(new CacheAction.ModifySubnetGroup(more));
    var fresh = new AwsCachePort(new AwsRegions(new SimpleMeterRegistry()));
    assertThat(fresh.subnetGroups(aws.region).found().get(desired.subnetGroup()))
        .isNotNull()
        .isEqualTo(aws.caches.subnetGroups(aws.region).found().get(desired.subnetGroup()))
        .satisfies(group -> assertThat(group.subnetIds()).isEqualTo(more.subnetIds()))
        .satisfies(group -> assertThat(group.tags()).isEqualTo(Samples.TAGS));
    assertThat(fresh.groups(aws.region, Set.of(), true).found().get(identifier)).isEqualTo(group());
  }

  private DesiredCache cache(int snapshotRetentionDays, Map<String, String> tags) {
    return Samples.cache(identifier, desired.subnetIds(), "7.1", snapshotRetentionDays, tags);
  }

  private DesiredCache cache(Map<String, String> parameters) {
    return Samples.cache(
        identifier, desired.subnetIds(), "7.1", 1, Samples.TAGS, Optional.of(parameters));
  }

  private List<String> carryOut(DesiredCache wanted) {
    var planner = new CachePlanner();
    var calls = new ArrayList<String>();
    for (var plan = plan(planner, wanted);
        !plan.actions().isEmpty();
        plan = plan(planner, wanted)) {
      for (var planned : plan.actions()) {
        if (planned.isCalledNow()) {
          calls.add(planned.action().getClass().getSimpleName());
          aws.executeWithNewToken((CacheAction) planned.action());
        }
      }
      assertThat(calls).hasSizeLessThan(10);
      settles();
    }
    return calls;
  }

  private Plan plan(CachePlanner planner, DesiredCache wanted) {
    var subnets =
        Objects.requireNonNull(
            aws.caches.subnetGroups(aws.region).found().get(wanted.subnetGroup()));
    return planner.apply(
        Samples.production(wanted),
        new Observed(
            ObservedDatabase.unseen(),
            new ObservedCache(
                Sighting.present(group()),
                Sighting.present(withTags(subnets, wanted)),
                Optional.ofNullable(
                        aws.caches
                            .parameterGroups(aws.region)
                            .found()
                            .get(wanted.parameters().group()))
                    .map(Sighting::present)
                    .orElseGet(Sighting::absent),
                List.of(),
                Sighting.absent(),
                Optional.empty())),
        IntentRecord.none().using(new PodUse(Set.of("another-secret"), false)));
  }

  /** The subnet group is not what is looked at here. */
  private static SubnetGroup withTags(SubnetGroup group, DesiredCache wanted) {
    return new SubnetGroup(
        group.name(), group.arn(), group.vpcId(), group.subnetIds(), wanted.tags());
  }

  private ModifyGroup windows() {
    return new ModifyGroup(
        identifier,
        List.of(
            new GroupSetting.SnapshotRetention(5),
            new GroupSetting.SnapshotWindow("01:00-02:00"),
            new GroupSetting.MaintenanceWindow("mon:03:00-mon:04:00"),
            new GroupSetting.MinorUpgrades(true)),
        false);
  }

  private ModifyGroup larger() {
    return new ModifyGroup(
        identifier,
        List.of(new GroupSetting.NodeType("cache.m6g.large"), new GroupSetting.Version("7.2")),
        false);
  }

  private void assertIsBusy(CacheAction action) {
    assertThatThrownBy(() -> aws.execute(action))
        .isInstanceOfSatisfying(
            FailureException.class,
            failure -> assertThat(failure.failure()).isInstanceOf(Waiting.class));
  }

  private List<String> settles() {
    return SandboxAws.seen(this::status, "available"::equals);
  }

  private String status() {
    var group = aws.caches.groups(aws.region, Set.of(), true).found().get(identifier);
    return group == null ? "gone" : group.status();
  }

  private ReplicationGroup group() {
    return Objects.requireNonNull(
        aws.caches.groups(aws.region, Set.of(), true).found().get(identifier));
  }

  private String snapshot() {
    return Objects.requireNonNull(aws.caches.snapshots(aws.region).get(desired.finalSnapshot()))
        .status();
  }
}
