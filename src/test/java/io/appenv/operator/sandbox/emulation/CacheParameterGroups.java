package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.emulation.CacheFamilies.Known;
import io.appenv.operator.sandbox.wire.Answer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Cache parameter groups, of which moto has none. */
final class CacheParameterGroups {

  static final String NAME = "CacheParameterGroupName";

  private static final String VALUES = "ParameterNameValues.ParameterNameValue.%d.";
  private static final int MOST_IN_A_CALL = 20;

  private final Pages pages = new Pages();
  private final Groups groups;
  private final Map<Key, Group> known = new ConcurrentHashMap<>();

  CacheParameterGroups(Groups groups) {
    this.groups = groups;
  }

  /** One of them, with what was set and its tags. */
  record Group(String family, Map<String, String> values, Map<String, String> tags) {}

  /** The family of a group of the region; empty when there is no such group. */
  Optional<String> family(String region, String name) {
    return name.startsWith(CacheFamilies.DEFAULT)
        ? Optional.of(name.substring(CacheFamilies.DEFAULT.length())).filter(CacheFamilies::exists)
        : Optional.ofNullable(known.get(new Key(region, name))).map(Group::family);
  }

  Answer create(Exchange exchange) {
    var key = exchange.key(NAME);
    var family = exchange.parameter("CacheParameterGroupFamily").orElse("");
    if (!CacheFamilies.exists(family)) {
      return exchange.refuse("InvalidParameterValue", family + " is no parameter group family.");
    }
    var group = new Group(family, new TreeMap<>(), new ConcurrentHashMap<>());
    group.tags().putAll(CacheTagCalls.given(exchange));
    return known.putIfAbsent(key, group) == null
        ? exchange.result(xml(key, group))
        : exchange.refuse("CacheParameterGroupAlreadyExists", key.name() + " already exists.");
  }

  Answer list(Exchange exchange) {
    if (Pages.isContinued(exchange)) {
      return pages.next(exchange, "CacheParameterGroups");
    }
    var region = exchange.call().region();
    var name = exchange.parameter(NAME);
    if (name.isPresent() && !known.containsKey(exchange.key(NAME))) {
      return notFound(exchange);
    }
    var entries =
        known.entrySet().stream()
            .filter(entry -> entry.getKey().region().equals(region))
            .filter(entry -> name.isEmpty() || entry.getKey().name().equals(name.get()))
            .sorted(Comparator.comparing(entry -> entry.getKey().name()))
            .map(entry -> xml(entry.getKey(), entry.getValue()))
            .toList();
    return pages.first(exchange, "CacheParameterGroups", entries);
  }

  Answer parameters(Exchange exchange) {
    if (Pages.isContinued(exchange)) {
      return pages.next(exchange, "Parameters");
    }
    var group = known.get(exchange.key(NAME));
    if (group == null) {
      return notFound(exchange);
    }
    var entries = CacheFamilies.parameters().stream().map(it -> xml(it, group.values())).toList();
    return pages.first(exchange, "Parameters", entries);
  }

  Answer modify(Exchange exchange) {
    return change(exchange, false);
  }

  Answer reset(Exchange exchange) {
    return change(exchange, true);
  }

  private Answer change(Exchange exchange, boolean back) {
    var key = exchange.key(NAME);
    var group = known.get(key);
    if (group == null) {
      return notFound(exchange);
    }
    var asked = asked(exchange);
    if (asked.size() > MOST_IN_A_CALL) {
      return exchange.refuse("InvalidParameterValue", "More than 20 parameters in one request.");
    }
    for (var name : asked.keySet()) {
      if (CacheFamilies.find(name).filter(Known::isModifiable).isEmpty()) {
        return exchange.refuse(
            "InvalidParameterValue", "The parameter " + name + " cannot be modified.");
      }
    }
    if (back) {
      group.values().keySet().removeAll(asked.keySet());
    } else {
      group.values().putAll(asked);
    }
    return exchange.result("<%1$s>%2$s</%1$s>".formatted(NAME, key.name()));
  }

  private static Map<String, String> asked(Exchange exchange) {
    var asked = new LinkedHashMap<String, String>();
    for (var index = 1;
        exchange.parameter(VALUES.formatted(index) + "ParameterName").isPresent();
        index++) {
      asked.put(
          exchange.parameter(VALUES.formatted(index) + "ParameterName").orElseThrow(),
          exchange.parameter(VALUES.formatted(index) + "ParameterValue").orElse(""));
    }
    return asked;
  }

  Answer delete(Exchange exchange) {
    var key = exchange.key(NAME);
    if (!known.containsKey(key)) {
      return notFound(exchange);
    }
    // A group that is being deleted uses it until it is gone.
    if (groups.usesParameters(key.region(), key.name())) {
      return exchange.refuse(
          "InvalidCacheParameterGroupState",
          "One or more cache clusters are still using parameter group " + key.name() + ".");
    }
    known.remove(key);
    return exchange.result("");
  }

  /** The tags of a group, to be read and changed; empty when there is no such group. */
  Optional<Map<String, String>> tags(Key key) {
    return Optional.ofNullable(known.get(key)).map(Group::tags);
  }

  private static Answer notFound(Exchange exchange) {
    return exchange.refuse(
        "CacheParameterGroupNotFound",
        "CacheParameterGroup %s not found.".formatted(exchange.key(NAME).name()));
  }

  private static String xml(Key key, Group group) {
    return """
        <CacheParameterGroup><CacheParameterGroupName>%2$s</CacheParameterGroupName>\
        <CacheParameterGroupFamily>%3$s</CacheParameterGroupFamily>\
        <ARN>arn:aws:elasticache:%1$s:123456789012:parametergroup:%2$s</ARN></CacheParameterGroup>"""
        .formatted(key.region(), key.name(), group.family());
  }

  private static String xml(Known parameter, Map<String, String> set) {
    return """
        <Parameter><ParameterName>%s</ParameterName><ParameterValue>%s</ParameterValue>\
        <Source>%s</Source><ChangeType>%s</ChangeType><IsModifiable>%s</IsModifiable></Parameter>"""
        .formatted(
            parameter.name(),
            set.getOrDefault(parameter.name(), parameter.value()),
            set.containsKey(parameter.name()) ? "user" : "system",
            parameter.needsReboot() ? "requires-reboot" : "immediate",
            parameter.isModifiable());
  }
}
