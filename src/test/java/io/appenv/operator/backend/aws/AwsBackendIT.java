package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.InstanceChange;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The ports against the AWS endpoint of a sandbox, found as the operator finds it: by the SDK's own
 * variables. Never against AWS itself.
 */
@EnabledIfEnvironmentVariable(named = "AWS_ENDPOINT_URL", matches = "http://127\\.0\\.0\\.1:.*")
class AwsBackendIT {

  private static final String REGION = "ap-northeast-1";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Optional<String> SECRET = Optional.of(UUID.randomUUID().toString());
  private static final AwsRegions REGIONS = new AwsRegions();

  private final String identifier = "appenv-" + UUID.randomUUID().toString().substring(0, 8);
  private final AwsDatabasePort databases = new AwsDatabasePort(REGIONS);
  private final AwsCachePort caches = new AwsCachePort(REGIONS);

  @AfterAll
  static void close() {
    REGIONS.close();
  }

  @Test
  void aDatabaseIsCreatedChangedAndDeleted() {
    var desired = Samples.database(identifier, twoSubnets());
    execute(new DatabaseAction.CreateSubnetGroup(desired));
    execute(new DatabaseAction.CreateParameterGroup(desired));
    execute(new DatabaseAction.SetParameters(desired.parameterGroup(), desired.parameters()));
    execute(new DatabaseAction.CreateInstance(desired));
    var created = available();
    assertThat(created.instanceClass()).isEqualTo("db.t3.medium");
    assertThat(created.storageGib()).isEqualTo(100);
    assertThat(created.multiAz()).isTrue();
    assertThat(created.backupRetentionDays()).isEqualTo(7);
    assertThat(created.backupWindow()).isEqualTo("17:00-18:00");
    assertThat(created.deletionProtection()).isTrue();
    assertThat(created.endpoint()).isPresent();
    assertThat(created.tags()).isEqualTo(Samples.TAGS);

    var credentials = Map.of(Ownership.CREDENTIALS, "uid-of-secret");
    var instance = new ResourceRef(ResourceKind.DATABASE_INSTANCE, identifier);
    execute(new DatabaseAction.ResetPassword(identifier));
    available();
    execute(new DatabaseAction.AddTags(instance, created.arn(), credentials));
    execute(new DatabaseAction.ModifyInstance(identifier, InstanceChange.unprotect(), false));
    assertThat(available().tags())
        .containsAllEntriesOf(Samples.TAGS)
        .containsAllEntriesOf(credentials);

    execute(new DatabaseAction.DeleteInstance(identifier, Optional.of(desired.finalSnapshot())));
    await().atMost(PATIENCE).until(() -> !databases.instances(REGION).containsKey(identifier));
    assertThat(databases.snapshots(REGION)).containsKey(desired.finalSnapshot());
    execute(new DatabaseAction.DeleteParameterGroup(desired.parameterGroup()));
    execute(new DatabaseAction.DeleteSubnetGroup(desired.subnetGroup()));
    execute(new DatabaseAction.DeleteSubnetGroup(desired.subnetGroup()));
    assertThat(databases.parameterGroups(REGION)).doesNotContainKey(desired.parameterGroup());
    assertThat(databases.subnetGroups(REGION)).doesNotContainKey(desired.subnetGroup());
  }

  @Test
  void whatIsRememberedOfDatabaseGroupsIsWhatAwsHolds() {
    var desired = Samples.database(identifier, twoSubnets());
    execute(new DatabaseAction.CreateSubnetGroup(desired));
    execute(new DatabaseAction.CreateParameterGroup(desired));
    execute(new DatabaseAction.SetParameters(desired.parameterGroup(), desired.parameters()));

    var fresh = new AwsDatabasePort(new AwsRegions());

    assertThat(databases.subnetGroups(REGION).get(desired.subnetGroup()))
        .isNotNull()
        .isEqualTo(fresh.subnetGroups(REGION).get(desired.subnetGroup()));
    assertThat(databases.parameterGroups(REGION).get(desired.parameterGroup()))
        .isNotNull()
        .isEqualTo(fresh.parameterGroups(REGION).get(desired.parameterGroup()));
    execute(new DatabaseAction.DeleteParameterGroup(desired.parameterGroup()));
    execute(new DatabaseAction.DeleteSubnetGroup(desired.subnetGroup()));
  }

  @Test
  void whatIsRememberedOfCachesIsWhatAwsHolds() {
    var desired = Samples.cache(identifier, twoSubnets());
    execute(new CacheAction.CreateSubnetGroup(desired));
    execute(new CacheAction.CreateGroup(desired));

    var fresh = new AwsCachePort(new AwsRegions());

    assertThat(fresh.subnetGroups(REGION).get(desired.subnetGroup()))
        .isNotNull()
        .isEqualTo(caches.subnetGroups(REGION).get(desired.subnetGroup()));
    var group = Objects.requireNonNull(fresh.groups(REGION).get(identifier));
    assertThat(group.nodeType()).isEqualTo("cache.t3.medium");
    assertThat(group.nodes()).isEqualTo(2);
    assertThat(group.automaticFailover()).isTrue();
    assertThat(group.tags()).isEqualTo(Samples.TAGS);
  }

  private Set<String> twoSubnets() {
    var subnets = new AwsNetworkPort(REGIONS).list(REGION).subnets();
    var vpc = subnets.getFirst().vpcId();
    return subnets.stream()
        .filter(subnet -> subnet.vpcId().equals(vpc))
        .limit(2)
        .map(NetworkFacts.Subnet::id)
        .collect(Collectors.toSet());
  }

  private DatabaseInstance available() {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> Objects.requireNonNull(databases.instances(REGION).get(identifier)),
            instance -> instance.status().equals("available"));
  }

  private void execute(DatabaseAction action) {
    databases.execute(REGION, action, SECRET);
  }

  private void execute(CacheAction action) {
    caches.execute(REGION, action, SECRET);
  }
}
