package io.appenv.operator.backend.aws;

import static io.appenv.operator.backend.aws.AbsentFields.isTrue;
import static io.appenv.operator.backend.aws.AbsentFields.orEmpty;
import static io.appenv.operator.backend.aws.AbsentFields.orZero;

import io.appenv.operator.model.Endpoint;
import io.appenv.operator.model.GroupAccess;
import io.appenv.operator.model.GroupOrigin;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.TransitEncryption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.MultiAZStatus;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.PendingModifiedValues;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupPendingModifiedValues;
import software.amazon.awssdk.services.elasticache.model.SecurityGroupMembership;
import software.amazon.awssdk.services.elasticache.model.TransitEncryptionMode;

/**
 * Joins a replication group with its member clusters: engine version, maintenance window, subnet
 * group and pending changes are shown by DescribeCacheClusters only.
 */
final class ReplicationGroups {

  static final String AVAILABLE = "available";
  private static final String MODIFYING = "modifying";
  private static final String LEAVING = "removing";
  private static final String PRIMARY = "primary";

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
        members(group).size(),
        failsOver(group.automaticFailover()),
        group.multiAZ() == MultiAZStatus.ENABLED,
        Optional.ofNullable(group.autoMinorVersionUpgrade()),
        orZero(group.snapshotRetentionLimit()),
        orEmpty(group.snapshotWindow()),
        ofMembers(members, CacheCluster::preferredMaintenanceWindow).orElse(""),
        ofMembers(members, CacheCluster::cacheSubnetGroupName).orElse(""),
        ofMembers(members, ReplicationGroups::parameterGroup).orElse(""),
        origin(group),
        access(group, members),
        endpoint(group, NodeGroup::primaryEndpoint),
        endpoint(group, NodeGroup::readerEndpoint),
        pending(members, PendingModifiedValues::cacheNodeType),
        pending(members, PendingModifiedValues::engineVersion),
        hasOthers(group.pendingModifiedValues()) || members.stream().anyMatch(it -> hasOthers(it)),
        Optional.ofNullable(group.authTokenLastModifiedDate()).map(Instant::toString),
        members(group),
        tags);
  }

  private static GroupOrigin origin(
      software.amazon.awssdk.services.elasticache.model.ReplicationGroup group) {
    return new GroupOrigin(
        isTrue(group.clusterEnabled()),
        isGlobal(group),
        isTrue(group.atRestEncryptionEnabled()),
        !group.userGroupIds().isEmpty());
  }

  private static GroupAccess access(
      software.amazon.awssdk.services.elasticache.model.ReplicationGroup group,
      List<CacheCluster> members) {
    return new GroupAccess(
        transit(group), isTrue(group.authTokenEnabled()), securityGroups(members));
  }

  /** Of all nodes, as one that lacks a group is one that it may have to be given again. */
  private static List<String> securityGroups(List<CacheCluster> members) {
    return members.stream()
        .flatMap(member -> member.securityGroups().stream())
        .filter(group -> !LEAVING.equals(group.status()))
        .map(SecurityGroupMembership::securityGroupId)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  /** Of a version without modes, TLS is required where it is on. */
  private static TransitEncryption transit(
      software.amazon.awssdk.services.elasticache.model.ReplicationGroup group) {
    if (!isTrue(group.transitEncryptionEnabled())) {
      return TransitEncryption.NONE;
    }
    return group.transitEncryptionMode() == TransitEncryptionMode.PREFERRED
        ? TransitEncryption.PREFERRED
        : TransitEncryption.REQUIRED;
  }

  private static boolean isGlobal(
      software.amazon.awssdk.services.elasticache.model.ReplicationGroup group) {
    var info = group.globalReplicationGroupInfo();
    return info != null && !orEmpty(info.globalReplicationGroupId()).isEmpty();
  }

  /** Replicas last. Without cluster mode AWS tells which node is the primary. */
  private static List<String> members(
      software.amazon.awssdk.services.elasticache.model.ReplicationGroup group) {
    var primaries =
        group.nodeGroups().stream()
            .flatMap(shard -> shard.nodeGroupMembers().stream())
            .filter(node -> PRIMARY.equals(node.currentRole()))
            .map(NodeGroupMember::cacheClusterId)
            .collect(Collectors.toUnmodifiableSet());
    return group.memberClusters().stream()
        .sorted(Comparator.comparing((String node) -> !primaries.contains(node)))
        .toList();
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

  /**
   * A token that changes cannot wait for anything, as AWS takes tokens at once only; the word may
   * stay for as long as two of them are valid.
   */
  private static boolean hasOthers(@Nullable ReplicationGroupPendingModifiedValues values) {
    if (values == null) {
      return false;
    }
    var others = values.toBuilder().authTokenStatus((String) null).build();
    return !others.equals(ReplicationGroupPendingModifiedValues.builder().build());
  }

  /** Of a node, beside its type and version, which are told by themselves. */
  private static boolean hasOthers(CacheCluster member) {
    var values = member.pendingModifiedValues();
    if (values == null) {
      return false;
    }
    var others =
        values.toBuilder()
            .cacheNodeType(null)
            .engineVersion(null)
            .authTokenStatus((String) null)
            .build();
    return !others.equals(PendingModifiedValues.builder().build());
  }

  private static @Nullable String parameterGroup(CacheCluster member) {
    var status = member.cacheParameterGroup();
    return status == null ? null : status.cacheParameterGroupName();
  }

  private static Optional<String> ofMembers(
      List<CacheCluster> members, Function<CacheCluster, @Nullable String> which) {
    return members.stream()
        .map(which)
        .filter(value -> value != null && !value.isEmpty())
        .findFirst();
  }
}
