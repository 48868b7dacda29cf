package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;

/** How ElastiCache refuses a call about a replication group. */
final class GroupRefusals {

  private GroupRefusals() {}

  static Answer notFound(Exchange exchange) {
    return exchange.refuse(
        "ReplicationGroupNotFoundFault",
        "ReplicationGroup %s not found.".formatted(exchange.key(Groups.NAME).name()));
  }

  static Answer notAvailable(Exchange exchange) {
    return exchange.refuse(
        "InvalidReplicationGroupState", "The replication group is not in available state.");
  }
}
