package io.appenv.operator.sandbox.emulation;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What was set in parameter groups: moto keeps the values, but cannot take one back. */
final class Parameters {

  private static final String GROUP = "DBParameterGroupName";

  private final Map<Key, Set<String>> reset = new ConcurrentHashMap<>();

  /** The family of a group; empty when there is no such group. */
  static Optional<String> family(Exchange exchange) throws IOException {
    return exchange
        .find(
            "DescribeDBParameterGroups",
            GROUP,
            exchange.parameter(GROUP).orElse(""),
            "DBParameterGroup")
        .map(group -> group.text("DBParameterGroupFamily"));
  }

  /** The values that somebody set in the group the call is about, by name. */
  Map<String, String> set(Exchange exchange) throws IOException {
    var group = Map.of(GROUP, exchange.parameter(GROUP).orElse(""));
    var values = new LinkedHashMap<String, String>();
    for (var entry : exchange.list("DescribeDBParameters", "Parameter", group).items()) {
      values.put(entry.text("ParameterName"), entry.text("ParameterValue"));
    }
    values.keySet().removeAll(reset.getOrDefault(exchange.key(GROUP), Set.of()));
    return values;
  }

  void wasSet(Exchange exchange, Set<String> names) {
    reset.computeIfPresent(
        exchange.key(GROUP),
        (_, before) -> {
          before.removeAll(names);
          return before;
        });
  }

  void wasReset(Exchange exchange, Set<String> names) {
    reset.computeIfAbsent(exchange.key(GROUP), _ -> ConcurrentHashMap.newKeySet()).addAll(names);
  }
}
