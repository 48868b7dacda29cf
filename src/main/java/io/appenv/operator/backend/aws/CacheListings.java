package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.Descriptions;
import io.appenv.operator.model.Listed;
import io.appenv.operator.model.OwnNames;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.SubnetGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;

/**
 * Lists ElastiCache, page by page. Replication groups take two listings, one call for each 100
 * groups and, where that is needed, one for each 100 nodes.
 */
final class CacheListings {

  /** The most ElastiCache puts on a page. */
  private static final int PAGE = 100;

  /** The most it puts on a page of snapshots. */
  private static final int SNAPSHOT_PAGE = 50;

  private final ElastiCacheClient elastiCache;
  private final CacheTagReader tagReader;

  /** By replication group, of the last time they were listed. */
  private volatile Map<String, List<CacheCluster>> knownMembers = Map.of();

  CacheListings(ElastiCacheClient elastiCache, CacheTagReader tagReader) {
    this.elastiCache = elastiCache;
    this.tagReader = tagReader;
  }

  Listed<ReplicationGroup> groups(String region, Set<String> named, boolean thorough) {
    var groups =
        list(
                "DescribeReplicationGroups",
                region,
                () ->
                    elastiCache
                        .describeReplicationGroupsPaginator(request -> request.maxRecords(PAGE))
                        .replicationGroups()
                        .stream())
            .filter(group -> OwnNames.concern(group.replicationGroupId(), named))
            .toList();
    if (groups.isEmpty()) {
      return Listed.of(Map.of());
    }
    var members = thorough || !isKnown(groups) ? members(region, named) : knownMembers;
    var tags = tags(groups);
    return tags.join(
        groups,
        group -> group.arn(),
        group -> group.replicationGroupId(),
        (group, own) ->
            ReplicationGroups.join(
                group, members.getOrDefault(group.replicationGroupId(), List.of()), own));
  }

  /** ElastiCache may refuse to tell the tags of a group that is not available. */
  private Reads<Map<String, String>> tags(
      List<software.amazon.awssdk.services.elasticache.model.ReplicationGroup> groups) {
    var owners = new HashMap<String, Map<String, String>>();
    groups.forEach(group -> owners.put(group.arn(), Descriptions.ownership(group.description())));
    // Whoever names what nobody may read the tags of learns nothing of it.
    return tagReader
        .groups()
        .of(owners.keySet(), (arn, _) -> owners.getOrDefault(arn, Map.of()))
        .orElse(foreign(groups), Map.of());
  }

  private static Set<String> foreign(
      List<software.amazon.awssdk.services.elasticache.model.ReplicationGroup> groups) {
    return groups.stream()
        .filter(group -> !OwnNames.mayBeOurs(group.replicationGroupId()))
        .map(group -> group.arn())
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isKnown(
      List<software.amazon.awssdk.services.elasticache.model.ReplicationGroup> groups) {
    return groups.stream()
        .allMatch(
            group ->
                ReplicationGroups.AVAILABLE.equals(group.status())
                    && identifiers(knownMembers.getOrDefault(group.replicationGroupId(), List.of()))
                        .equals(Set.copyOf(group.memberClusters())));
  }

  private static Set<String> identifiers(List<CacheCluster> members) {
    return members.stream().map(CacheCluster::cacheClusterId).collect(Collectors.toSet());
  }

  private Map<String, List<CacheCluster>> members(String region, Set<String> named) {
    knownMembers = listMembers(region, named);
    return knownMembers;
  }

  private Map<String, List<CacheCluster>> listMembers(String region, Set<String> named) {
    return list(
            "DescribeCacheClusters",
            region,
            () ->
                elastiCache
                    .describeCacheClustersPaginator(request -> request.maxRecords(PAGE))
                    .cacheClusters()
                    .stream())
        .filter(cluster -> OwnNames.concern(cluster.replicationGroupId(), named))
        .collect(Collectors.groupingBy(CacheCluster::replicationGroupId));
  }

  Listed<SubnetGroup> subnetGroups(String region) {
    var groups =
        list(
                "DescribeCacheSubnetGroups",
                region,
                () ->
                    elastiCache
                        .describeCacheSubnetGroupsPaginator(request -> request.maxRecords(PAGE))
                        .cacheSubnetGroups()
                        .stream())
            .toList();
    return tagReader
        .subnetGroups()
        .of(arns(groups, CacheListings::isOurs))
        .beside(arns(groups, group -> !isOurs(group)), Map.of())
        .join(
            groups,
            CacheSubnetGroup::arn,
            CacheSubnetGroup::cacheSubnetGroupName,
            CacheGroups::subnetGroup);
  }

  private static List<String> arns(
      List<CacheSubnetGroup> groups, Predicate<CacheSubnetGroup> which) {
    return groups.stream().filter(which).map(CacheSubnetGroup::arn).toList();
  }

  private static boolean isOurs(CacheSubnetGroup group) {
    return OwnNames.mayBeOurs(group.cacheSubnetGroupName());
  }

  Listed<ParameterGroup> parameterGroups(String region) {
    var groups =
        list(
                "DescribeCacheParameterGroups",
                region,
                () ->
                    elastiCache
                        .describeCacheParameterGroupsPaginator(request -> request.maxRecords(PAGE))
                        .cacheParameterGroups()
                        .stream())
            .filter(group -> OwnNames.mayBeOurs(group.cacheParameterGroupName()))
            .toList();
    var tags =
        tagReader.parameterGroups().of(groups.stream().map(CacheParameterGroup::arn).toList());
    var parameters =
        tagReader
            .parameters()
            .of(groups.stream().map(CacheParameterGroup::cacheParameterGroupName).toList());
    return tags.named(
            groups, CacheParameterGroup::arn, CacheParameterGroup::cacheParameterGroupName)
        .with(parameters, GroupDetails::new)
        .join(
            groups,
            CacheParameterGroup::cacheParameterGroupName,
            CacheParameterGroup::cacheParameterGroupName,
            CacheGroups::parameterGroup);
  }

  Map<String, DataSnapshot> snapshots(String region) {
    return list(
            "DescribeSnapshots",
            region,
            () ->
                elastiCache
                    .describeSnapshotsPaginator(
                        request -> request.maxRecords(SNAPSHOT_PAGE).snapshotSource("user"))
                    .snapshots()
                    .stream())
        .filter(snapshot -> OwnNames.mayBeOurs(snapshot.snapshotName()))
        .map(CacheGroups::snapshot)
        .collect(Named.by(DataSnapshot::name));
  }

  /** Reads every page before anything is used, so that a page that fails leaves no half list. */
  private static <T> Stream<T> list(
      String operation, String region, Supplier<Stream<T>> everyPage) {
    return AwsCalls.make(
        AwsCall.listing(Component.CACHE, operation, region), () -> everyPage.get().toList())
        .stream();
  }
}
