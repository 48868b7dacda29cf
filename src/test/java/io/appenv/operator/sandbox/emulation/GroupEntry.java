package io.appenv.operator.sandbox.emulation;

/** Corrects the entry of a replication group. */
final class GroupEntry {

  private static final String NODE = "NodeGroupMember";

  private GroupEntry() {}

  static void correct(Item item, String status, GroupSettings settings) {
    item.set("Status", status);
    if (!settings.snapshotWindow().isEmpty()) {
      item.set("SnapshotWindow", settings.snapshotWindow());
    }
    if (!settings.tokenModified().isEmpty()) {
      item.set("AuthTokenLastModifiedDate", settings.tokenModified());
    }
    if (!settings.autoMinorVersionUpgrade().isEmpty()) {
      item.set("AutoMinorVersionUpgrade", settings.autoMinorVersionUpgrade());
    }
    if (settings.tokens().areKnown()) {
      item.set("AuthTokenEnabled", "true");
    }
    TransitRules.correct(item, settings.transit());
    if (settings.nodes() > 0) {
      setMembers(item, settings.nodes());
    }
    if (settings.pending().containsKey("AutomaticFailoverEnabled")) {
      var failover = Boolean.parseBoolean(settings.pending().get("AutomaticFailoverEnabled"));
      item.add("PendingModifiedValues")
          .set("AutomaticFailoverStatus", failover ? "enabled" : "disabled");
    }
    if (status.equals("creating")) {
      // No endpoints before there are nodes.
      item.remove("NodeGroups");
    }
    for (var shard : item.all("NodeGroup")) {
      shard.set("Status", status);
      addReaderEndpoint(shard);
    }
  }

  /** moto leaves it out. */
  private static void addReaderEndpoint(Item shard) {
    var primary = shard.child("PrimaryEndpoint");
    if (primary.isPresent() && shard.child("ReaderEndpoint").isEmpty()) {
      var reader = shard.add("ReaderEndpoint");
      reader.set("Address", primary.get().text("Address").replaceFirst("^master\\.", "replica."));
      reader.set("Port", primary.get().text("Port"));
    }
  }

  /** moto does not change the number of nodes. */
  private static void setMembers(Item item, int count) {
    var name = item.text(Groups.NAME);
    var clusters = item.child("MemberClusters").orElseGet(() -> item.add("MemberClusters"));
    clusters.clear();
    for (var number = 1; number <= count; number++) {
      clusters.add("ClusterId").element().setTextContent(memberName(name, number));
    }
    for (var members : item.all("NodeGroupMembers")) {
      var first = members.all(NODE).getFirst();
      members.clear();
      for (var number = 1; number <= count; number++) {
        var node = members.addCopy(first);
        node.set("CacheClusterId", memberName(name, number));
        node.set("CurrentRole", number == 1 ? "primary" : "replica");
      }
    }
  }

  private static String memberName(String group, int number) {
    return "%s-%03d".formatted(group, number);
  }
}
