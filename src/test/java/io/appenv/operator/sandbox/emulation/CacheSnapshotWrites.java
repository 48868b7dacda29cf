package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.io.IOException;
import java.util.Map;

/** Takes snapshots of replication groups; that takes AWS its time. */
final class CacheSnapshotWrites {

  private final Pace pace;
  private final Groups groups;
  private final States snapshots;
  private final CacheListing listing;

  CacheSnapshotWrites(Pace pace, Groups groups, States snapshots, CacheListing listing) {
    this.pace = pace;
    this.groups = groups;
    this.snapshots = snapshots;
    this.listing = listing;
  }

  Answer create(Exchange exchange) throws IOException {
    if (exchange.parameter(Groups.NAME).isEmpty()) {
      return exchange.pass();
    }
    var key = exchange.key(Groups.NAME);
    var group = groups.find(exchange, key);
    if (group.isEmpty()) {
      return GroupRefusals.notFound(exchange);
    }
    if (!groups.status(key, group.get()).equals("available")) {
      return GroupRefusals.notAvailable(exchange);
    }
    var answer = exchange.passWith(Map.of(Groups.NAME, groups.alias(key)));
    if (answer.isSuccess()) {
      groups.states.begin(key, start -> start.then("snapshotting", pace.snapshotting));
      snapshots.begin(
          exchange.key("SnapshotName"), start -> start.then("creating", pace.snapshotting));
    }
    return Exchange.corrected(answer, "Snapshot", item -> listing.correctSnapshot(exchange, item));
  }

  Answer delete(Exchange exchange) throws IOException {
    var answer = exchange.pass();
    if (answer.isSuccess()) {
      snapshots.forget(exchange.key("SnapshotName"));
    }
    return answer;
  }
}
