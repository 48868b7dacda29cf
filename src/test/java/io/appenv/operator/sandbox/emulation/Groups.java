package io.appenv.operator.sandbox.emulation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** What the emulator does not know of replication groups. */
final class Groups {

  static final String ELEMENT = "ReplicationGroup";
  static final String NAME = "ReplicationGroupId";
  static final String LIST = "DescribeReplicationGroups";

  final States states;
  private final Pace pace;
  private final Generations generations = new Generations();
  private final Map<Key, GroupSettings> settings = new ConcurrentHashMap<>();

  Groups(Pace pace, States states) {
    this.pace = pace;
    this.states = states;
  }

  String alias(Key key) {
    return generations.alias(key);
  }

  static Key key(String region, Item group) {
    return new Key(region, Generations.plain(group.text(NAME)));
  }

  /** Makes room for a new group under a name whose last bearer is gone. */
  void succeed(Key key) {
    generations.next(key);
    states.forget(key);
    settings.remove(key);
  }

  GroupSettings settings(Key key) {
    return settings.getOrDefault(key, GroupSettings.unknown());
  }

  void change(Key key, UnaryOperator<GroupSettings> change) {
    settings.put(key, change.apply(settings(key)));
  }

  /** The groups that are known to use a subnet group. */
  boolean isUsed(String region, String subnetGroup) {
    return settings.entrySet().stream()
        .filter(entry -> entry.getKey().region().equals(region))
        .filter(entry -> !states.isGone(entry.getKey()))
        .anyMatch(entry -> entry.getValue().subnetGroup().equalsIgnoreCase(subnetGroup));
  }

  /** Whether a group that is known uses a parameter group. */
  boolean usesParameters(String region, String parameterGroup) {
    return settings.entrySet().stream()
        .filter(entry -> entry.getKey().region().equals(region))
        .filter(entry -> !states.isGone(entry.getKey()))
        .anyMatch(entry -> entry.getValue().parameterGroup().equals(parameterGroup));
  }

  /** Those with something waiting for the maintenance window. */
  List<Key> waiting() {
    return settings.entrySet().stream()
        .filter(entry -> !entry.getValue().pending().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The group as moto shows it; empty when there is none, or none any more. */
  Optional<Item> find(Exchange exchange, Key key) throws IOException {
    var found = exchange.find(LIST, NAME, alias(key), ELEMENT);
    return found.filter(item -> isThere(key, item));
  }

  /** All groups of the region as moto shows them. */
  List<Item> all(Exchange exchange) throws IOException {
    var there = new ArrayList<Item>();
    var region = exchange.call().region();
    for (var item : exchange.list(LIST, ELEMENT, Map.of()).items()) {
      var key = key(region, item);
      if (generations.isCurrent(key, item.text(NAME)) && isThere(key, item)) {
        there.add(item);
      }
    }
    return there;
  }

  /** moto leaves a deleted group deleting for ever; one deleted past the emulation leaves, too. */
  private boolean isThere(Key key, Item item) {
    if (item.text("Status").equals("deleting")) {
      states.beginUnlessLeaving(key, start -> start.then("deleting", pace.deleting).thenGone());
    }
    return !states.isGone(key);
  }

  String status(Key key, Item item) {
    return states.status(key, item.text("Status"));
  }

  /** Lets an entry show what AWS would. */
  void correct(String region, Item item) {
    var key = key(region, item);
    GroupEntry.correct(item, status(key, item), settings(key));
  }
}
