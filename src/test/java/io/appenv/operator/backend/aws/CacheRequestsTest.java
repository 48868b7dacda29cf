package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.CacheAction.CreateGroup;
import io.appenv.operator.model.CacheAction.DecreaseReplicas;
import io.appenv.operator.model.CacheAction.DeleteGroup;
import io.appenv.operator.model.CacheAction.IncreaseReplicas;
import io.appenv.operator.model.CacheAction.ModifyGroup;
import io.appenv.operator.model.GroupSetting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticache.model.AuthTokenUpdateStrategyType;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.TransitEncryptionMode;

class CacheRequestsTest {

  @Test
  void twoNodesAreAPrimaryAndAReplicaThatFailOver() {
    var request =
        CacheRequests.createGroup(
            new CreateGroup(Samples.cache(Set.of("subnet-1")), List.of()), "a-token");

    assertThat(request.engine()).isEqualTo("redis");
    assertThat(request.engineVersion()).isEqualTo("7.1");
    assertThat(request.autoMinorVersionUpgrade()).isFalse();
    assertThat(request.cacheNodeType()).isEqualTo("cache.t3.medium");
    assertThat(request.clusterMode()).isEqualTo(ClusterMode.DISABLED);
    assertThat(request.numNodeGroups()).isEqualTo(1);
    assertThat(request.replicasPerNodeGroup()).isEqualTo(1);
    assertThat(request.automaticFailoverEnabled()).isTrue();
    assertThat(request.multiAZEnabled()).isTrue();
    assertThat(request.atRestEncryptionEnabled()).isTrue();
    assertThat(request.transitEncryptionEnabled()).isTrue();
    assertThat(request.transitEncryptionMode()).isEqualTo(TransitEncryptionMode.REQUIRED);
    assertThat(request.authToken()).isEqualTo("a-token");
    assertThat(request.hasSecurityGroupIds()).as("none is named").isFalse();
  }

  @Test
  void aGroupIsCreatedWithItsSecurityGroup() {
    var action = new CreateGroup(Samples.cache(Set.of("subnet-1")), List.of("sg-1"));

    assertThat(CacheRequests.createGroup(action, "a-token").securityGroupIds())
        .containsExactly("sg-1");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"6.0,", "6.2,", "7.0,REQUIRED", "7.1,REQUIRED"})
  void theModeOfEncryptionIsSaidFromVersionSevenOn(
      String version, @Nullable TransitEncryptionMode mode) {
    var request =
        CacheRequests.createGroup(new CreateGroup(Samples.cacheOf(version), List.of()), "a-token");

    assertThat(request.transitEncryptionEnabled()).isTrue();
    assertThat(request.transitEncryptionMode()).isEqualTo(mode);
  }

  @Test
  void encryptionInTransitIsTakenUpInTwoSteps() {
    var first = encrypting(false);
    assertThat(first.transitEncryptionEnabled()).isTrue();
    assertThat(first.transitEncryptionMode()).isEqualTo(TransitEncryptionMode.PREFERRED);
    assertThat(first.applyImmediately()).isTrue();

    var second = encrypting(true);
    assertThat(second.transitEncryptionEnabled()).isNull();
    assertThat(second.transitEncryptionMode()).isEqualTo(TransitEncryptionMode.REQUIRED);
  }

  private static ModifyReplicationGroupRequest encrypting(boolean required) {
    return CacheRequests.modifyGroup(
        new ModifyGroup("a", List.of(new GroupSetting.TransitEncryption(required)), true));
  }

  @Test
  void multiAzIsSwitchedWithFailoverAndSnapshotsNameTheirNode() {
    var request =
        CacheRequests.modifyGroup(
            new ModifyGroup(
                "a",
                List.of(
                    new GroupSetting.SnapshotRetention(3),
                    new GroupSetting.SnapshottingCluster("a-002"),
                    new GroupSetting.Failover(true),
                    new GroupSetting.SecurityGroups(List.of("sg-1")),
                    new GroupSetting.MinorUpgrades(false)),
                true));

    assertThat(request.securityGroupIds()).containsExactly("sg-1");
    assertThat(request.automaticFailoverEnabled()).isTrue();
    assertThat(request.multiAZEnabled()).isTrue();
    assertThat(request.autoMinorVersionUpgrade()).isFalse();
    assertThat(request.snapshottingClusterId()).isEqualTo("a-002");
  }

  @Test
  void aNewTokenLeavesTheOldOneValidForThoseWhoHoldIt() {
    var request = CacheRequests.resetToken("appenv-shop", "a-token");

    assertThat(request.authTokenUpdateStrategy()).isEqualTo(AuthTokenUpdateStrategyType.ROTATE);
    assertThat(request.applyImmediately()).isTrue();
  }

  @Test
  void theFormerTokenIsDroppedBySettingThePresentOne() {
    var request = CacheRequests.dropFormerToken("appenv-shop", "a-token");

    assertThat(request.authTokenUpdateStrategy()).isEqualTo(AuthTokenUpdateStrategyType.SET);
    assertThat(request.authToken()).isEqualTo("a-token");
    assertThat(request.applyImmediately()).isTrue();
  }

  @Test
  void replicasAreCountedWithoutThePrimary() {
    assertThat(CacheRequests.increase(new IncreaseReplicas("a", 2)).newReplicaCount()).isEqualTo(2);
    assertThat(CacheRequests.decrease(new DecreaseReplicas("a", 1)).newReplicaCount()).isEqualTo(1);
  }

  @Test
  void aDeletionTakesTheSnapshotUnlessNoneIsWanted() {
    var kept = CacheRequests.deleteGroup(new DeleteGroup("a", Optional.of("a-final")));
    var gone = CacheRequests.deleteGroup(new DeleteGroup("a", Optional.empty()));

    assertThat(kept.finalSnapshotIdentifier()).isEqualTo("a-final");
    assertThat(gone.finalSnapshotIdentifier()).isNull();
    assertThat(kept.retainPrimaryCluster()).isFalse();
  }
}
