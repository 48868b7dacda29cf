package io.appenv.operator.backend.aws;

import static io.appenv.operator.backend.aws.AbsentFields.orEmpty;
import static io.appenv.operator.backend.aws.AbsentFields.orZero;

import io.appenv.operator.model.Endpoint;
import io.appenv.operator.model.ReplicationGroup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.MultiAZStatus;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.PendingModifiedValues;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupPendingModifiedValues;

/**
 * Joins a replication group with its member clusters: engine version, maintenance window, subnet
 * group and pending changes are shown by DescribeCacheClusters only.
 */
final class ReplicationGroups {

  private static final String AVAILABLE = "available";
  private static final String MODIFYING = "modifying";

  private ReplicationGroups() {}

  static ReplicationGroup join(
      software.amazon.awssdk.services.elasticache.model.ReplicationGroup group,
      List<CacheCluster> members,
      Map<String, String> tags) {
    return new ReplicationGroup(
        group.replicationGroupId(),
        orEmpty(group.arn()),
        status(group.status(), members),
        ofMembers(members, CacheCluster::engineVersion).orElse(""),
        orEmpty(group.cacheNodeType()),
        group.memberClusters().size(),
        failsOver(group.automaticFailover()),
        group.multiAZ() == MultiAZStatus.ENABLED,
        orZero(group.snapshotRetentionLimit()),
        orEmpty(group.snapshotWindow()),
        ofMembers(members, CacheCluster::preferredMaintenanceWindow).orElse(""),
        ofMembers(members, CacheCluster::cacheSubnetGroupName).orElse(""),
        endpoint(group, NodeGroup::primaryEndpoint),
        endpoint(group, NodeGroup::readerEndpoint),
        pending(members, PendingModifiedValues::cacheNodeType),
        pending(members, PendingModifiedValues::engineVersion),
        hasOthers(group.pendingModifiedValues()),
        Optional.ofNullable(group.authTokenLastModifiedDate()).map(Instant::toString),
        group.memberClusters(),
        tags);
  }

  /**
   * The two listings are not one: a group may be available in one while its members are missing
   * from the other. What only members tell is unknown then, so the group counts as changing.
   */
  private static String status(@Nullable String status, List<CacheCluster> members) {
    var word = orEmpty(status);
    return members.isEmpty() && word.equals(AVAILABLE) ? MODIFYING : word;
  }

  private static boolean failsOver(@Nullable AutomaticFailoverStatus status) {
    return status == AutomaticFailoverStatus.ENABLED || status == AutomaticFailoverStatus.ENABLING;
  }

  private static Optional<Endpoint> endpoint(
      software.amazon.awssdk.services.elasticache.model.ReplicationGroup group,
      Function<NodeGroup, software.amazon.awssdk.services.elasticache.model.@Nullable Endpoint>
          which) {
    return group.nodeGroups().stream()
        .findFirst()
        .map(which)
        .flatMap(found -> AbsentFields.endpoint(found.address(), found.port()));
  }

  private static Optional<String> pending(
      List<CacheCluster> members, Function<PendingModifiedValues, @Nullable String> which) {
    return members.stream()
        .map(CacheCluster::pendingModifiedValues)
        .filter(Objects::nonNull)
        .map(which)
        .filter(value -> value != null && !value.isEmpty())
        .findFirst();
  }

  /** A pending AUTH token is the operator's own, and applied at once whatever else is told. */
  private static boolean hasOthers(@Nullable ReplicationGroupPendingModifiedValues values) {
    if (values == null) {
      return false;
    }
    var others = values.toBuilder().authTokenStatus((String) null).build();
    return !others.equals(ReplicationGroupPendingModifiedValues.builder().build());
  }

  private static Optional<String> ofMembers(
      List<CacheCluster> members, Function<CacheCluster, @Nullable String> which) {
    return members.stream()
        .map(which)
        .filter(value -> value != null && !value.isEmpty())
        .findFirst();
  }
}
