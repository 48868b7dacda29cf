package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Creates, changes and deletes RDS instances in the time it takes AWS. */
final class InstanceWrites {

  private static final String NAME = "DBInstanceIdentifier";

  /** In service, so that they can be restarted. */
  private static final Set<String> RESTARTABLE = Set.of("available", "storage-optimization");

  private final Pace pace;
  private final Instances instances;
  private final States snapshots;
  private final Set<String> unfit = ConcurrentHashMap.newKeySet();

  InstanceWrites(Pace pace, Instances instances, States snapshots) {
    this.pace = pace;
    this.instances = instances;
    this.snapshots = snapshots;
  }

  /**
   * A create or a restore.
   *
   * @param name the parameter that names the new instance
   */
  Answer create(Exchange exchange, String name) throws IOException {
    var key = exchange.key(name);
    if (instances.isLeaving(key)) {
      return exchange.refuse("DBInstanceAlreadyExists", "DB instance already exists");
    }
    if (!InstanceRules.knowsAuthority(exchange.call().parameters())) {
      return unknownAuthority(exchange);
    }
    if (!InstanceRules.acceptsInsights(exchange.call().parameters())) {
      return exchange.refuse(
          "InvalidParameterValue", "Invalid Performance Insights retention period.");
    }
    if (exchange.parameter("AllocatedStorage").isPresent()) {
      var refusal = InstanceRules.creationRefusal(exchange.call().parameters());
      if (refusal.isPresent()) {
        return exchange.refuse("InvalidParameterCombination", refusal.get());
      }
    }
    var answer = exchange.passWith(chosenByAws(exchange));
    if (answer.isSuccess()) {
      instances.hold(key, exchange, Map.of());
      instances.restarted(key);
      instances.switchInsights(key, exchange.call().parameters());
      // A first backup follows when backups are kept; the default of AWS is one day.
      var keepsBackups = !exchange.parameter("BackupRetentionPeriod").equals(Optional.of("0"));
      instances.states.begin(
          key,
          start -> {
            var creating = start.then("creating", pace.creating);
            return keepsBackups ? creating.then("backing-up", pace.backingUp) : creating;
          });
    }
    return corrected(exchange, answer);
  }

  Answer modify(Exchange exchange) throws IOException {
    var key = exchange.key(NAME);
    if (instances.isLeaving(key)) {
      return notAvailable(exchange);
    }
    var found = find(exchange);
    if (found.isEmpty()) {
      return exchange.pass();
    }
    var before = found.get();
    var status = instances.states.status(key, before.text("DBInstanceStatus"));
    if (!InstanceRules.acceptsModify(status, exchange.call().parameters().keySet())) {
      return notAvailable(exchange);
    }
    if (!InstanceRules.knowsAuthority(exchange.call().parameters())) {
      return unknownAuthority(exchange);
    }
    if (!InstanceRules.acceptsInsights(exchange.call().parameters())) {
      return exchange.refuse(
          "InvalidParameterValue", "Invalid Performance Insights retention period.");
    }
    if (exchange.parameter(InstanceNames.OTHER).isPresent()) {
      return corrected(exchange, new InstanceNames(instances, pace).rename(exchange, key));
    }
    var obstacle = UpgradeRules.refusal(exchange, before);
    if (obstacle.isPresent()) {
      return exchange.refuse("InvalidParameterCombination", obstacle.get());
    }
    if (shrinks(exchange, before)) {
      return exchange.refuse(
          "InvalidParameterValue", "Requested storage size cannot be less than the current one.");
    }
    var refusal = InstanceRules.storageRefusal(exchange.call().parameters(), before);
    return refusal.isPresent()
        ? exchange.refuse("InvalidParameterCombination", refusal.get())
        : apply(exchange, key, before);
  }

  private Answer apply(Exchange exchange, Key key, Item before) throws IOException {
    var requested = new LinkedHashMap<>(exchange.call().parameters());
    requested.computeIfPresent(
        "EngineVersion",
        (_, version) ->
            before.text("EngineVersion").startsWith(version + ".")
                ? before.text("EngineVersion")
                : InstanceRules.fullVersion(version));
    requested.computeIfPresent(
        "AllocatedStorage", (_, gib) -> InstanceRules.grown(before.text("AllocatedStorage"), gib));
    var changes =
        DeferredChanges.of(
            requested,
            instances.pending(key),
            InstanceRules.deferrable(requested, before),
            before::text);
    if (UpgradeRules.isMajor(exchange, before) && unfit.contains(key.name())) {
      return failUpgrade(exchange, key, before);
    }
    var answer = exchange.passOnly(changes.now());
    if (answer.isSuccess()) {
      instances.upgradeFrom(key, before.text("EngineVersion"));
      instances.hold(key, exchange, changes.pending());
      instances.switchInsights(key, changes.now());
      begin(key, InstanceRules.effective(changes.now(), before));
    }
    return corrected(exchange, answer);
  }

  /** It is accepted, and then the instance is as it was. */
  private Answer failUpgrade(Exchange exchange, Key key, Item before) throws IOException {
    instances.states.begin(key, start -> start.then("upgrading", pace.modifying));
    instances.correct(exchange.call().region(), before);
    return exchange.result(before.toString());
  }

  void failUpgradesOf(String identifier) {
    unfit.add(identifier);
  }

  /** RDS takes none of an instance that is under way, which is backing up meanwhile. */
  Answer takeSnapshot(Exchange exchange, DatabaseListing listing) throws IOException {
    var key = exchange.key(NAME);
    var found = find(exchange);
    if (found.isPresent()
        && !instances
            .states
            .status(key, found.get().text("DBInstanceStatus"))
            .equals("available")) {
      return notAvailable(exchange);
    }
    var answer = listing.createSnapshot(exchange, "DBSnapshotIdentifier", pace);
    if (answer.isSuccess()) {
      instances.states.begin(key, start -> start.then("backing-up", pace.snapshotting));
    }
    return answer;
  }

  private void begin(Key key, Set<String> changed) {
    if (changed.contains("DBParameterGroupName")) {
      instances.awaitRestart(key);
    } else if (changed.contains("DBInstanceClass") || changed.contains("EngineVersion")) {
      instances.restarted(key);
    }
    if (!changed.isEmpty()) {
      instances.states.begin(key, start -> InstanceRules.applying(changed, pace, start));
    }
  }

  Answer delete(Exchange exchange) throws IOException {
    var key = exchange.key(NAME);
    if (instances.isLeaving(key)) {
      return exchange.refuse(
          "InvalidDBInstanceState", "Instance " + key.name() + " is already being deleted.");
    }
    var found = find(exchange);
    if (found.isEmpty()) {
      return exchange.pass();
    }
    var snapshot = exchange.parameter("FinalDBSnapshotIdentifier");
    if (snapshot.isPresent() == exchange.isTrue("SkipFinalSnapshot")) {
      return exchange.refuse(
          "InvalidParameterCombination",
          "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.");
    }
    var status = instances.states.status(key, found.get().text("DBInstanceStatus"));
    if (snapshot.isPresent() && !InstanceRules.acceptsFinalSnapshot(status)) {
      return exchange.refuse(
          "InvalidDBInstanceState",
          "Cannot create a snapshot because the database instance "
              + key.name()
              + " is not currently in the available state.");
    }
    var answer = exchange.pass();
    if (answer.isSuccess()) {
      leave(exchange, key, found.get(), snapshot);
    }
    return corrected(exchange, answer);
  }

  /** The instance stays until its final snapshot is complete. */
  private void leave(Exchange exchange, Key key, Item before, Optional<String> snapshot) {
    var backup = snapshot.isPresent() ? pace.snapshotting : Duration.ZERO;
    snapshot.ifPresent(
        name ->
            snapshots.begin(
                new Key(exchange.call().region(), name),
                start -> start.then("creating", pace.snapshotting)));
    instances.leave(key, before);
    instances.states.begin(
        key, start -> start.then("deleting", backup.plus(pace.deleting)).thenGone());
  }

  /** Restarts an instance. */
  Answer reboot(Exchange exchange) throws IOException {
    var key = exchange.key(NAME);
    var found = find(exchange);
    if (found.isPresent()
        && !RESTARTABLE.contains(
            instances.states.status(key, found.get().text("DBInstanceStatus")))) {
      return notAvailable(exchange);
    }
    var answer = exchange.pass();
    if (answer.isSuccess()) {
      instances.restarted(key);
      instances.states.begin(key, start -> start.then("rebooting", pace.modifying));
    }
    return corrected(exchange, answer);
  }

  /** Applies everything that waits for the maintenance window. */
  void openMaintenanceWindow() throws IOException {
    for (var waiting : instances.takePending().entrySet()) {
      var parameters = new LinkedHashMap<>(waiting.getValue().values());
      parameters.put(NAME, waiting.getKey().name());
      parameters.put("ApplyImmediately", "true");
      var changed = waiting.getValue().values().keySet();
      if (waiting.getValue().exchange().ask("ModifyDBInstance", parameters).isSuccess()) {
        begin(waiting.getKey(), changed);
      }
    }
  }

  /** A copy is given the defaults of RDS, where moto gives it what its source has. */
  private static Map<String, String> chosenByAws(Exchange exchange) {
    return exchange.call().operation().equals("RestoreDBInstanceFromDBSnapshot")
        ? Map.of(
            "BackupRetentionPeriod",
            "1",
            "PreferredBackupWindow",
            "13:00-13:30",
            "PreferredMaintenanceWindow",
            "tue:14:00-tue:14:30")
        : fullVersion(exchange);
  }

  private static Map<String, String> fullVersion(Exchange exchange) {
    var version = exchange.parameter("EngineVersion");
    return version.isEmpty()
        ? Map.of()
        : Map.of("EngineVersion", InstanceRules.fullVersion(version.get()));
  }

  private static boolean shrinks(Exchange exchange, Item before) {
    var wanted = exchange.parameter("AllocatedStorage").map(Integer::valueOf);
    return wanted.isPresent() && wanted.get() < Integer.parseInt(before.text("AllocatedStorage"));
  }

  private static Optional<Item> find(Exchange exchange) throws IOException {
    return exchange.find(
        "DescribeDBInstances", NAME, exchange.parameter(NAME).orElse(""), Instances.ELEMENT);
  }

  private static Answer unknownAuthority(Exchange exchange) {
    return exchange.refuse(
        "CertificateNotFound",
        "Certificate " + exchange.parameter("CACertificateIdentifier").orElse("") + " not found.");
  }

  private static Answer notAvailable(Exchange exchange) {
    return exchange.refuse(
        "InvalidDBInstanceState", "Database instance is not in available state.");
  }

  private Answer corrected(Exchange exchange, Answer answer) throws IOException {
    return Exchange.corrected(
        answer, Instances.ELEMENT, item -> instances.correct(exchange.call().region(), item));
  }
}
