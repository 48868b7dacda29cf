package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists RDS instances and snapshots as AWS shows them. */
final class DatabaseListing {

  private static final String INSTANCES = "DBInstances";
  private static final String SNAPSHOT = "DBSnapshot";

  private final Pages pages = new Pages();
  private final Instances instances;
  private final States snapshots;

  DatabaseListing(Instances instances, States snapshots) {
    this.instances = instances;
    this.snapshots = snapshots;
  }

  /** The instances of the emulator, and those that it has deleted already and AWS has not. */
  Answer instances(Exchange exchange) throws IOException {
    if (Pages.isContinued(exchange)) {
      return pages.next(exchange, INSTANCES);
    }
    var name = exchange.parameter("DBInstanceIdentifier");
    var region = exchange.call().region();
    var leaving =
        instances.leaving(region).stream()
            .filter(item -> name.isEmpty() || name.get().equalsIgnoreCase(identifier(item)))
            .toList();
    var listed =
        exchange.list("DescribeDBInstances", Instances.ELEMENT, exchange.call().parameters());
    if (listed.refusal().isPresent() && leaving.isEmpty()) {
      return listed.refusal().get();
    }
    var all = new ArrayList<>(listed.items());
    if (!exchange.call().parameters().containsKey("Filters.Filter.1.Name")) {
      all.addAll(leaving);
    }
    all.sort(Comparator.comparing(DatabaseListing::identifier));
    all.forEach(item -> instances.correct(region, item));
    return pages.first(exchange, INSTANCES, entries(all));
  }

  /** moto does not divide snapshots into pages. */
  Answer snapshots(Exchange exchange) throws IOException {
    if (Pages.isContinued(exchange)) {
      return pages.next(exchange, SNAPSHOT + "s");
    }
    var listed = exchange.list("DescribeDBSnapshots", SNAPSHOT, exchange.call().parameters());
    if (listed.refusal().isPresent()) {
      return listed.refusal().get();
    }
    listed.items().forEach(item -> correct(exchange, item));
    return pages.first(exchange, SNAPSHOT + "s", entries(listed.items()));
  }

  /** A snapshot takes its time. */
  Answer createSnapshot(Exchange exchange, String name, Pace pace) throws IOException {
    var answer = exchange.pass();
    if (answer.isSuccess()) {
      snapshots.begin(exchange.key(name), start -> start.then("creating", pace.snapshotting));
    }
    return Exchange.corrected(answer, SNAPSHOT, item -> correct(exchange, item));
  }

  private void correct(Exchange exchange, Item item) {
    var key = new Key(exchange.call().region(), item.text("DBSnapshotIdentifier"));
    item.set("Status", snapshots.status(key, item.text("Status")));
  }

  private static String identifier(Item item) {
    return item.text("DBInstanceIdentifier");
  }

  private static List<String> entries(List<Item> items) {
    return items.stream().map(Item::toString).toList();
  }
}
