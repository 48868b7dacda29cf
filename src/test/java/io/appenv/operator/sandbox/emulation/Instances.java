package io.appenv.operator.sandbox.emulation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the emulator does not know of RDS instances. */
final class Instances {

  static final String ELEMENT = "DBInstance";

  final States states;

  /** The entries of instances that are deleted in the emulator and not yet in AWS. */
  private final Map<Key, String> leaving = new ConcurrentHashMap<>();

  private final Map<Key, PendingInstance> pending = new ConcurrentHashMap<>();

  /** Instances that have not been restarted since parameters changed that need it. */
  private final Set<Key> awaitingRestart = ConcurrentHashMap.newKeySet();

  /** For how many days performance insights are kept, where there are any. */
  private final Map<Key, String> insights = new ConcurrentHashMap<>();

  /** The versions that instances ran before the present ones. */
  private final Map<Key, String> formerVersions = new ConcurrentHashMap<>();

  /** What is held for the maintenance window, and by whom it was asked. */
  record PendingInstance(Exchange exchange, Map<String, String> values) {}

  Instances(States states) {
    this.states = states;
  }

  /** The entry says so itself: its time may end while it is being listed. */
  void leave(Key key, Item entry) {
    pending.remove(key);
    entry.set("DBInstanceStatus", "deleting");
    leaving.put(key, entry.toString());
  }

  /** Whatever has the former name next is another instance. */
  void rename(Key key, Key other) {
    var days = insights.remove(key);
    if (days != null) {
      insights.put(other, days);
    }
    if (awaitingRestart.remove(key)) {
      awaitingRestart.add(other);
    }
    formerVersions.remove(key);
    states.forget(key);
  }

  /** Deleted, but still to be seen. */
  boolean isLeaving(Key key) {
    return leaving.containsKey(key) && !states.isGone(key);
  }

  /** The entries, with what they show now, of a region's instances that are being deleted. */
  List<Item> leaving(String region) throws IOException {
    leaving.keySet().removeIf(states::isGone);
    var items = new ArrayList<Item>();
    for (var entry : leaving.entrySet()) {
      if (entry.getKey().region().equals(region)) {
        items.add(Item.parse(entry.getValue()));
      }
    }
    return items;
  }

  /** Remembers what moto does not: whether performance insights are on. */
  void switchInsights(Key key, Map<String, String> requested) {
    var enabled = requested.get("EnablePerformanceInsights");
    if ("false".equals(enabled)) {
      insights.remove(key);
    } else if (enabled != null || insights.containsKey(key)) {
      insights.put(
          key,
          requested.getOrDefault(
              "PerformanceInsightsRetentionPeriod", insights.getOrDefault(key, "7")));
    }
  }

  /** Shown until the upgrade is done. */
  void upgradeFrom(Key key, String version) {
    formerVersions.put(key, version);
  }

  void awaitRestart(Key key) {
    awaitingRestart.add(key);
  }

  void restarted(Key key) {
    awaitingRestart.remove(key);
  }

  Map<String, String> pending(Key key) {
    return Optional.ofNullable(pending.get(key)).map(PendingInstance::values).orElse(Map.of());
  }

  void hold(Key key, Exchange exchange, Map<String, String> values) {
    if (values.isEmpty()) {
      pending.remove(key);
    } else {
      pending.put(key, new PendingInstance(exchange, Map.copyOf(values)));
    }
  }

  /** Everything that waits for the maintenance window; it waits no longer. */
  Map<Key, PendingInstance> takePending() {
    var taken = Map.copyOf(pending);
    pending.clear();
    return taken;
  }

  private void showInsights(Key key, Item item) {
    var days = insights.get(key);
    item.set("PerformanceInsightsEnabled", Boolean.toString(days != null));
    if (days == null) {
      item.remove("PerformanceInsightsRetentionPeriod");
    } else {
      item.set("PerformanceInsightsRetentionPeriod", days);
    }
  }

  /** What is small has what its kind gives, whatever was asked for before. */
  private static void showIops(Item item) {
    var gib = item.text("AllocatedStorage");
    if (!gib.isEmpty() && !InstanceRules.hasIops(item.text("StorageType"), Integer.parseInt(gib))) {
      item.set("Iops", "3000");
    } else if (item.text("StorageType").equals("gp3") && item.text("Iops").isEmpty()) {
      item.set("Iops", "12000");
    }
  }

  /** Lets an entry show what AWS would. */
  void correct(String region, Item item) {
    var key = new Key(region, item.text("DBInstanceIdentifier"));
    var status = states.status(key, item.text("DBInstanceStatus"));
    item.set("DBInstanceStatus", status);
    if (status.equals("creating")) {
      // There is none before the instance is made.
      item.remove("Endpoint");
    }
    if (status.equals("upgrading") && formerVersions.containsKey(key)) {
      item.set("EngineVersion", formerVersions.get(key));
    }
    showIops(item);
    showInsights(key, item);
    if (item.text("CACertificateIdentifier").equals("rds-ca-default")) {
      item.set("CACertificateIdentifier", "rds-ca-rsa2048-g1");
    }
    if (awaitingRestart.contains(key)) {
      item.all("DBParameterGroup")
          .forEach(group -> group.set("ParameterApplyStatus", "pending-reboot"));
    }
    var held = pending(key);
    if (!held.isEmpty()) {
      var values = item.add("PendingModifiedValues");
      held.forEach(values::set);
    }
  }
}
