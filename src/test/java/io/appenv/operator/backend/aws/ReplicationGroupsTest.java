package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.Endpoint;
import io.appenv.operator.model.GroupAccess;
import io.appenv.operator.model.TransitEncryption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

class ReplicationGroupsTest {

  private static final CacheCluster MEMBER =
      CacheCluster.builder()
          .cacheClusterId("appenv-shop-001")
          .replicationGroupId("appenv-shop")
          .engineVersion("7.1.0")
          .preferredMaintenanceWindow("sun:18:30-sun:19:30")
          .cacheSubnetGroupName("appenv-shop-cache")
          .pendingModifiedValues(values -> values.cacheNodeType("cache.t3.large"))
          .build();

  @Test
  void aGroupIsJoinedWithWhatItsMembersTell() {
    var joined = ReplicationGroups.join(available().build(), List.of(MEMBER), Map.of("a", "b"));

    assertThat(joined.status()).isEqualTo("available");
    assertThat(joined.engineVersion()).isEqualTo("7.1.0");
    assertThat(joined.nodes()).isEqualTo(2);
    assertThat(joined.maintenanceWindow()).isEqualTo("sun:18:30-sun:19:30");
    assertThat(joined.subnetGroup()).isEqualTo("appenv-shop-cache");
    assertThat(joined.pendingNodeType()).contains("cache.t3.large");
    assertThat(joined.pendingEngineVersion()).isEmpty();
    assertThat(joined.primaryEndpoint()).contains(new Endpoint("primary.example", 6379));
    assertThat(joined.readerEndpoint()).contains(new Endpoint("reader.example", 6379));
    assertThat(joined.tags()).containsEntry("a", "b");
  }

  @Test
  void anAvailableGroupWithoutListedMembersCountsAsChanging() {
    var joined = ReplicationGroups.join(available().build(), List.of(), Map.of());

    assertThat(joined.status()).isEqualTo("modifying");
  }

  @ParameterizedTest
  @CsvSource({
    "false,,NONE",
    "true,preferred,PREFERRED",
    "true,required,REQUIRED",
    "true,,REQUIRED",
    "false,required,NONE"
  })
  void withoutAModeEncryptionIsRequiredWhereItIsOn(
      boolean on, @Nullable String mode, TransitEncryption transit) {
    var group = available().transitEncryptionEnabled(on).transitEncryptionMode(mode).build();

    assertThat(ReplicationGroups.join(group, List.of(MEMBER), Map.of()).access())
        .isEqualTo(new GroupAccess(transit, false));
  }

  @Test
  void usersOfAUserGroupAndMembersOfAGlobalDatastoreAreTold() {
    var group =
        available()
            .userGroupIds("users")
            .globalReplicationGroupInfo(info -> info.globalReplicationGroupId("global-1"))
            .build();
    var origin = ReplicationGroups.join(group, List.of(MEMBER), Map.of()).origin();

    assertThat(origin.userGroups()).isTrue();
    assertThat(origin.global()).isTrue();
  }

  @Test
  void aGroupBeingCreatedHasNothingYet() {
    var creating =
        ReplicationGroup.builder().replicationGroupId("appenv-shop").status("creating").build();

    var joined = ReplicationGroups.join(creating, List.of(), Map.of());

    assertThat(joined.status()).isEqualTo("creating");
    assertThat(joined.primaryEndpoint()).isEmpty();
    assertThat(joined.nodes()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"enabled,true", "enabling,true", "disabled,false", "disabling,false", "new,false"})
  void failoverIsOnFromTheMomentItIsBeingEnabled(String word, boolean on) {
    var group = available().automaticFailover(word).build();

    assertThat(ReplicationGroups.join(group, List.of(MEMBER), Map.of()).automaticFailover())
        .isEqualTo(on);
  }

  @Test
  void multiAzIsReadBesideFailover() {
    assertThat(joined(available().multiAZ("enabled")).multiAz()).isTrue();
    assertThat(joined(available().multiAZ("disabled")).multiAz()).isFalse();
  }

  @Test
  void automaticUpgradesAreReadWhereAwsTellsOfThem() {
    assertThat(joined(available()).autoMinorVersionUpgrade()).isEmpty();
    assertThat(joined(available().autoMinorVersionUpgrade(true)).autoMinorVersionUpgrade())
        .contains(true);
  }

  @Test
  void failoverAndAnotherPrimaryArePendingToo() {
    assertThat(joined(available()).pendingOthers()).isFalse();
    assertThat(
            joined(available().pendingModifiedValues(it -> it.automaticFailoverStatus("enabled")))
                .pendingOthers())
        .isTrue();
    assertThat(
            joined(available().pendingModifiedValues(it -> it.primaryClusterId("appenv-shop-002")))
                .pendingOthers())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ROTATING", "SETTING"})
  void aTokenThatChangesHoldsNothingUp(String status) {
    assertThat(
            joined(available().pendingModifiedValues(it -> it.authTokenStatus(status)))
                .pendingOthers())
        .isFalse();
  }

  @Test
  void whatIsPendingOfANodeCounts() {
    var fewer = MEMBER.toBuilder().pendingModifiedValues(it -> it.numCacheNodes(1)).build();

    assertThat(
            ReplicationGroups.join(available().build(), List.of(MEMBER, fewer), Map.of())
                .pendingOthers())
        .isTrue();
  }

  @Test
  void replicasComeLastAmongTheMembers() {
    var failedOver =
        available()
            .nodeGroups(
                shard ->
                    shard.nodeGroupMembers(
                        it -> it.cacheClusterId("appenv-shop-001").currentRole("replica"),
                        it -> it.cacheClusterId("appenv-shop-002").currentRole("primary")));

    assertThat(joined(failedOver).members()).containsExactly("appenv-shop-002", "appenv-shop-001");
  }

  @Test
  void securityGroupsAreThoseThatItsNodesCarryAndKeep() {
    var member =
        MEMBER.toBuilder()
            .securityGroups(
                it -> it.securityGroupId("sg-2").status("active"),
                it -> it.securityGroupId("sg-1").status("adding"),
                it -> it.securityGroupId("sg-3").status("removing"))
            .build();

    assertThat(
            ReplicationGroups.join(available().build(), List.of(member), Map.of()).securityGroups())
        .containsExactly("sg-1", "sg-2");
  }

  private static io.appenv.operator.model.ReplicationGroup joined(ReplicationGroup.Builder group) {
    return ReplicationGroups.join(group.build(), List.of(MEMBER), Map.of());
  }

  private static ReplicationGroup.Builder available() {
    return ReplicationGroup.builder()
        .replicationGroupId("appenv-shop")
        .arn("arn:aws:elasticache:ap-northeast-1:1:replicationgroup:appenv-shop")
        .status("available")
        .cacheNodeType("cache.t3.medium")
        .memberClusters("appenv-shop-001", "appenv-shop-002")
        .automaticFailover("enabled")
        .snapshotRetentionLimit(1)
        .snapshotWindow("17:00-18:00")
        .nodeGroups(
            nodes ->
                nodes
                    .primaryEndpoint(endpoint -> endpoint.address("primary.example").port(6379))
                    .readerEndpoint(endpoint -> endpoint.address("reader.example").port(6379)));
  }
}
