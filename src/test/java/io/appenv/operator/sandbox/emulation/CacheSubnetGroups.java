package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cache subnet groups. moto can neither change nor delete one: a changed one is another in moto,
 * and a deleted one is not shown any more.
 */
final class CacheSubnetGroups {

  static final String NAME = "CacheSubnetGroupName";

  private static final String ELEMENT = "CacheSubnetGroup";
  private static final String LIST = "DescribeCacheSubnetGroups";
  private static final String SUBNETS = "SubnetIds.SubnetIdentifier.";

  private final Generations generations = new Generations();
  private final Set<Key> deleted = ConcurrentHashMap.newKeySet();
  private final Groups groups;

  CacheSubnetGroups(Groups groups) {
    this.groups = groups;
  }

  String alias(Key key) {
    return generations.alias(key);
  }

  boolean isDeleted(Key key) {
    return deleted.contains(key);
  }

  Optional<Item> find(Exchange exchange, String name) throws IOException {
    var key = new Key(exchange.call().region(), name);
    return deleted.contains(key)
        ? Optional.empty()
        : exchange.find(LIST, NAME, alias(key), ELEMENT);
  }

  Answer create(Exchange exchange) throws IOException {
    var key = exchange.key(NAME);
    if (deleted.contains(key)) {
      generations.next(key);
      deleted.remove(key);
    }
    return exchange.passWith(Map.of(NAME, alias(key)));
  }

  Answer modify(Exchange exchange) throws IOException {
    var key = exchange.key(NAME);
    var found = find(exchange, key.name());
    if (found.isEmpty()) {
      return notFound(exchange);
    }
    var before = found.get();
    var again = new LinkedHashMap<>(exchange.call().parameters());
    again.putIfAbsent("CacheSubnetGroupDescription", before.text("CacheSubnetGroupDescription"));
    if (again.keySet().stream().noneMatch(name -> name.startsWith(SUBNETS))) {
      var subnets = before.all("SubnetIdentifier");
      for (var number = 1; number <= subnets.size(); number++) {
        again.put(SUBNETS + number, subnets.get(number - 1).text());
      }
    }
    again.putAll(Tags.of(exchange, before.text("ARN")));
    again.put(NAME, generations.upcoming(key));
    var answer = exchange.ask("CreateCacheSubnetGroup", again);
    if (!answer.isSuccess()) {
      return answer;
    }
    generations.next(key);
    return exchange.result(Item.parse(answer.text()).all(ELEMENT).getFirst().toString());
  }

  Answer delete(Exchange exchange) throws IOException {
    var key = exchange.key(NAME);
    if (find(exchange, key.name()).isEmpty()) {
      return notFound(exchange);
    }
    // A group that is being deleted uses it until it is gone.
    if (groups.isUsed(key.region(), key.name())) {
      return exchange.refuse(
          "CacheSubnetGroupInUse",
          "Cache subnet group %s is currently in use by a cache cluster.".formatted(key.name()));
    }
    deleted.add(key);
    return exchange.result("");
  }

  List<Item> all(Exchange exchange) throws IOException {
    var there = new ArrayList<Item>();
    for (var item : exchange.list(LIST, ELEMENT, Map.of()).items()) {
      var alias = item.text(NAME);
      var key = new Key(exchange.call().region(), Generations.plain(alias));
      if (generations.isCurrent(key, alias) && !deleted.contains(key)) {
        there.add(item);
      }
    }
    return there;
  }

  static Answer notFound(Exchange exchange) {
    return exchange.refuse(
        "CacheSubnetGroupNotFoundFault",
        "CacheSubnetGroup %s not found.".formatted(exchange.parameter(NAME).orElse("")));
  }
}
