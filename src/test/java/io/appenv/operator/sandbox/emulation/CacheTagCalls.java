package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calls about the tags of an ARN. ElastiCache refuses them for a group that is not available
 * ("Cluster not in available state to perform tagging operations"); moto takes any ARN.
 */
final class CacheTagCalls {

  private static final String ARN = "ResourceName";

  private final Pace pace;
  private final Groups groups;
  private final CacheSubnetGroups subnetGroups;
  private final CacheParameterGroups parameterGroups;

  CacheTagCalls(
      Pace pace,
      Groups groups,
      CacheSubnetGroups subnetGroups,
      CacheParameterGroups parameterGroups) {
    this.parameterGroups = parameterGroups;
    this.pace = pace;
    this.groups = groups;
    this.subnetGroups = subnetGroups;
  }

  Answer answer(Exchange exchange) throws IOException {
    var arn = exchange.parameter(ARN).orElse("");
    var name = arn.substring(arn.lastIndexOf(':') + 1);
    var key = new Key(exchange.call().region(), name);
    if (arn.contains(":replicationgroup:")) {
      var group = groups.find(exchange, key);
      if (group.isEmpty()) {
        return exchange.refuse("ReplicationGroupNotFoundFault", name + " is not present.");
      }
      return groups.status(key, group.get()).equals("available")
          ? ofGroup(exchange, arn, key)
          : exchange.refuse(
              "InvalidReplicationGroupState",
              "Cluster not in available state to perform tagging operations.");
    }
    if (arn.contains(":subnetgroup:")) {
      return subnetGroups.find(exchange, name).isEmpty()
          ? exchange.refuse("CacheSubnetGroupNotFoundFault", name + " is not present.")
          : passAs(exchange, arn, name, subnetGroups.alias(key));
    }
    if (arn.contains(":parametergroup:")) {
      return parameterGroups
          .tags(key)
          .map(tags -> ofParameters(exchange, tags))
          .orElseGet(
              () -> exchange.refuse("CacheParameterGroupNotFound", name + " is not present."));
    }
    return exchange.pass();
  }

  private static Answer ofParameters(Exchange exchange, Map<String, String> tags) {
    tags.putAll(given(exchange));
    var list = new StringBuilder();
    new TreeMap<>(tags)
        .forEach(
            (key, value) ->
                list.append("<Tag><Key>%s</Key><Value>%s</Value></Tag>".formatted(key, value)));
    return exchange.result("<TagList>%s</TagList>".formatted(list));
  }

  /** The tags that a call gives. */
  static Map<String, String> given(Exchange exchange) {
    var tags = new LinkedHashMap<String, String>();
    for (var index = 1;
        exchange.parameter("Tags.Tag.%d.Key".formatted(index)).isPresent();
        index++) {
      tags.put(
          exchange.parameter("Tags.Tag.%d.Key".formatted(index)).orElseThrow(),
          exchange.parameter("Tags.Tag.%d.Value".formatted(index)).orElse(""));
    }
    return tags;
  }

  /** Tags are a change, during which the group takes no other. */
  private Answer ofGroup(Exchange exchange, String arn, Key key) throws IOException {
    var answer = passAs(exchange, arn, key.name(), groups.alias(key));
    if (answer.isSuccess() && exchange.call().isWrite()) {
      groups.states.begin(key, start -> start.then("modifying", pace.modifying));
    }
    return answer;
  }

  private static Answer passAs(Exchange exchange, String arn, String name, String alias)
      throws IOException {
    return exchange.passWith(Map.of(ARN, arn.substring(0, arn.length() - name.length()) + alias));
  }
}
