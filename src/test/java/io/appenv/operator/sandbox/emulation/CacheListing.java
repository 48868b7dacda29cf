package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists what there is in ElastiCache as AWS shows it. */
final class CacheListing {

  private final Pages pages = new Pages();
  private final Groups groups;
  private final CacheSubnetGroups subnetGroups;
  private final States snapshots;

  CacheListing(Groups groups, CacheSubnetGroups subnetGroups, States snapshots) {
    this.groups = groups;
    this.subnetGroups = subnetGroups;
    this.snapshots = snapshots;
  }

  Answer groups(Exchange exchange) throws IOException {
    if (Pages.isContinued(exchange)) {
      return pages.next(exchange, "ReplicationGroups");
    }
    var region = exchange.call().region();
    var all = new ArrayList<Item>();
    if (exchange.parameter(Groups.NAME).isPresent()) {
      groups.find(exchange, exchange.key(Groups.NAME)).ifPresent(all::add);
      if (all.isEmpty()) {
        return GroupRefusals.notFound(exchange);
      }
    } else {
      all.addAll(groups.all(exchange));
    }
    all.forEach(item -> groups.correct(region, item));
    return pages.first(exchange, "ReplicationGroups", entries(all, Groups.NAME));
  }

  /** The nodes of replication groups, and clusters that are in none. */
  Answer nodes(Exchange exchange) throws IOException {
    if (Pages.isContinued(exchange)) {
      return pages.next(exchange, "CacheClusters");
    }
    var region = exchange.call().region();
    var all =
        new ArrayList<>(exchange.list("DescribeCacheClusters", Nodes.ELEMENT, Map.of()).items());
    if (!exchange.isTrue("ShowCacheClustersNotInReplicationGroups")) {
      for (var group : groups.all(exchange)) {
        groups.correct(region, group);
        all.addAll(Nodes.of(group, groups.settings(Groups.key(region, group))));
      }
    }
    var wanted = exchange.parameter("CacheClusterId");
    if (wanted.isPresent()) {
      all.removeIf(
          node -> !Generations.plain(node.text("CacheClusterId")).equalsIgnoreCase(wanted.get()));
      if (all.isEmpty()) {
        return exchange.refuse("CacheClusterNotFound", "CacheCluster not found: " + wanted.get());
      }
    }
    return pages.first(exchange, "CacheClusters", entries(all, "CacheClusterId"));
  }

  Answer subnetGroups(Exchange exchange) throws IOException {
    if (Pages.isContinued(exchange)) {
      return pages.next(exchange, "CacheSubnetGroups");
    }
    var name = exchange.parameter(CacheSubnetGroups.NAME);
    var all = new ArrayList<Item>();
    if (name.isPresent()) {
      subnetGroups.find(exchange, name.get()).ifPresent(all::add);
      if (all.isEmpty()) {
        return CacheSubnetGroups.notFound(exchange);
      }
    } else {
      all.addAll(subnetGroups.all(exchange));
    }
    return pages.first(exchange, "CacheSubnetGroups", entries(all, CacheSubnetGroups.NAME));
  }

  /** moto does not divide snapshots into pages. */
  Answer snapshots(Exchange exchange) throws IOException {
    if (Pages.isContinued(exchange)) {
      return pages.next(exchange, "Snapshots");
    }
    var parameters = new LinkedHashMap<>(exchange.call().parameters());
    parameters.computeIfPresent(Groups.NAME, (_, _) -> groups.alias(exchange.key(Groups.NAME)));
    var listed = exchange.list("DescribeSnapshots", "Snapshot", parameters);
    // ElastiCache answers with an empty list where moto says SnapshotNotFoundFault.
    if (listed.refusal().filter(it -> it.status() != 404).isPresent()) {
      return listed.refusal().get();
    }
    listed.items().forEach(item -> correctSnapshot(exchange, item));
    return pages.first(exchange, "Snapshots", entries(listed.items(), "SnapshotName"));
  }

  void correctSnapshot(Exchange exchange, Item item) {
    var key = new Key(exchange.call().region(), item.text("SnapshotName"));
    item.set("SnapshotStatus", snapshots.status(key, item.text("SnapshotStatus")));
  }

  private static List<String> entries(List<Item> items, String name) {
    return items.stream()
        .sorted(Comparator.comparing(item -> item.text(name)))
        .map(Item::toString)
        .map(Generations::plain)
        .toList();
  }
}
