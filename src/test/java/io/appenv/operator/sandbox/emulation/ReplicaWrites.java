package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.io.IOException;

/** Changes the number of nodes of a replication group, for which moto has no calls. */
final class ReplicaWrites {

  private static final int MOST_REPLICAS = 5;

  private final Pace pace;
  private final Groups groups;

  ReplicaWrites(Pace pace, Groups groups) {
    this.pace = pace;
    this.groups = groups;
  }

  Answer increase(Exchange exchange) throws IOException {
    return change(exchange, true);
  }

  Answer decrease(Exchange exchange) throws IOException {
    return change(exchange, false);
  }

  private Answer change(Exchange exchange, boolean more) throws IOException {
    var key = exchange.key(Groups.NAME);
    var found = groups.find(exchange, key);
    if (found.isEmpty()) {
      return GroupRefusals.notFound(exchange);
    }
    var group = found.get();
    if (!groups.status(key, group).equals("available")) {
      return GroupRefusals.notAvailable(exchange);
    }
    groups.correct(exchange.call().region(), group);
    var before = group.all("ClusterId").size() - 1;
    var wanted = exchange.parameter("NewReplicaCount").map(Integer::valueOf).orElse(-1);
    // Multi-AZ needs a replica to fail over to.
    var least = group.text("MultiAZ").equals("enabled") ? 1 : 0;
    if (wanted < least || wanted > MOST_REPLICAS || (more ? wanted <= before : wanted >= before)) {
      return exchange.refuse(
          "InvalidParameterValue", "NewReplicaCount %d does not fit.".formatted(wanted));
    }
    groups.change(key, settings -> settings.withNodes(wanted + 1));
    groups.states.begin(key, start -> start.then("modifying", pace.modifying));
    groups.correct(exchange.call().region(), group);
    return exchange.result(group.toString());
  }
}
