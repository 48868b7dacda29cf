package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.io.IOException;
import java.time.InstantSource;

/** What moto lacks of ElastiCache. */
final class CacheEmulation {

  private final ReportedStates reported = new ReportedStates();
  private final GroupWrites writes;
  private final ReplicaWrites replicas;
  private final CacheSubnetGroups subnetGroups;
  private final CacheParameterGroups parameterGroups;
  private final CacheListing listing;
  private final CacheSnapshotWrites snapshotWrites;
  private final CacheTagCalls tags;

  CacheEmulation(Pace pace, InstantSource clock) {
    var snapshots = new States(clock, reported);
    var groups = new Groups(pace, new States(clock, reported));
    this.subnetGroups = new CacheSubnetGroups(groups);
    this.parameterGroups = new CacheParameterGroups(groups);
    this.writes = new GroupWrites(pace, groups, subnetGroups, parameterGroups, snapshots);
    this.replicas = new ReplicaWrites(pace, groups);
    this.listing = new CacheListing(groups, subnetGroups, snapshots);
    this.snapshotWrites = new CacheSnapshotWrites(pace, groups, snapshots, listing);
    this.tags = new CacheTagCalls(pace, groups, subnetGroups, parameterGroups);
  }

  ReportedStates reported() {
    return reported;
  }

  Answer answer(Exchange exchange) throws IOException {
    var answer = route(exchange);
    return answer.withText(Generations.plain(answer.text()));
  }

  private Answer route(Exchange exchange) throws IOException {
    return switch (exchange.call().operation()) {
      case "DescribeReplicationGroups" -> listing.groups(exchange);
      case "DescribeCacheClusters" -> listing.nodes(exchange);
      case "DescribeCacheSubnetGroups" -> listing.subnetGroups(exchange);
      case "DescribeSnapshots" -> listing.snapshots(exchange);
      case "CreateReplicationGroup" -> writes.create(exchange);
      case "ModifyReplicationGroup" -> writes.modify(exchange);
      case "DeleteReplicationGroup" -> writes.delete(exchange);
      case "IncreaseReplicaCount" -> replicas.increase(exchange);
      case "DecreaseReplicaCount" -> replicas.decrease(exchange);
      case "CreateCacheSubnetGroup" -> subnetGroups.create(exchange);
      case "ModifyCacheSubnetGroup" -> subnetGroups.modify(exchange);
      case "DeleteCacheSubnetGroup" -> subnetGroups.delete(exchange);
      case "CreateCacheParameterGroup" -> parameterGroups.create(exchange);
      case "DescribeCacheParameterGroups" -> parameterGroups.list(exchange);
      case "DescribeCacheParameters" -> parameterGroups.parameters(exchange);
      case "ModifyCacheParameterGroup" -> parameterGroups.modify(exchange);
      case "ResetCacheParameterGroup" -> parameterGroups.reset(exchange);
      case "DeleteCacheParameterGroup" -> parameterGroups.delete(exchange);
      case "CreateSnapshot" -> snapshotWrites.create(exchange);
      case "DeleteSnapshot" -> snapshotWrites.delete(exchange);
      case "ListTagsForResource", "AddTagsToResource", "RemoveTagsFromResource" ->
          tags.answer(exchange);
      // For the ACK controller; what it reads there is shown to people and decides nothing.
      case "DescribeEvents" -> exchange.result("<Events/>");
      case "ListAllowedNodeTypeModifications" ->
          exchange.result("<ScaleUpModifications/><ScaleDownModifications/>");
      default -> exchange.pass();
    };
  }

  void openMaintenanceWindow() throws IOException {
    writes.openMaintenanceWindow();
  }
}
