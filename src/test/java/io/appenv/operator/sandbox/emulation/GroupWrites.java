package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Creates, changes and deletes replication groups in the time it takes AWS. */
final class GroupWrites {

  private final Pace pace;
  private final Groups groups;
  private final CacheSubnetGroups subnetGroups;
  private final CacheParameterGroups parameterGroups;
  private final States snapshots;

  /** The last to ask for a change that waits for the maintenance window. */
  private final Map<Key, Exchange> askers = new ConcurrentHashMap<>();

  GroupWrites(
      Pace pace,
      Groups groups,
      CacheSubnetGroups subnetGroups,
      CacheParameterGroups parameterGroups,
      States snapshots) {
    this.parameterGroups = parameterGroups;
    this.pace = pace;
    this.groups = groups;
    this.subnetGroups = subnetGroups;
    this.snapshots = snapshots;
  }

  Answer create(Exchange exchange) throws IOException {
    var key = exchange.key(Groups.NAME);
    if (groups.find(exchange, key).isPresent()) {
      return exchange.refuse(
          "ReplicationGroupAlreadyExists",
          "Replication group %s already exists.".formatted(key.name()));
    }
    var subnets = exchange.parameter("CacheSubnetGroupName");
    if (subnets.isPresent() && subnetGroups.find(exchange, subnets.get()).isEmpty()) {
      return exchange.refuse(
          "CacheSubnetGroupNotFoundFault",
          "CacheSubnetGroup %s not found.".formatted(subnets.get()));
    }
    var parameters =
        refusedParameters(
            exchange,
            exchange.parameter(CacheParameterGroups.NAME),
            exchange.parameter("EngineVersion").orElse("7.1"));
    if (parameters.isPresent()) {
      return parameters.get();
    }
    var transit = TransitRules.refusedCreation(exchange);
    if (transit.isPresent()) {
      return exchange.refuse("InvalidParameterCombination", transit.get());
    }
    if (groups.states.isGone(key)) {
      groups.succeed(key);
    }
    var changes = new LinkedHashMap<String, String>();
    changes.put(Groups.NAME, groups.alias(key));
    changes.put(CacheParameterGroups.NAME, "");
    if (exchange.parameter("ReplicasPerNodeGroup").isEmpty()) {
      // moto heeds only this one of the two ways to say how many nodes there are.
      exchange
          .parameter("NumCacheClusters")
          .map(nodes -> Integer.toString(Integer.parseInt(nodes) - 1))
          .ifPresent(replicas -> changes.put("ReplicasPerNodeGroup", replicas));
    }
    var answer = exchange.passWith(changes);
    if (answer.isSuccess()) {
      groups.change(key, _ -> GroupSettings.of(exchange));
      groups.states.begin(key, start -> start.then("creating", pace.creating));
    }
    return corrected(exchange, answer);
  }

  Answer modify(Exchange exchange) throws IOException {
    var key = exchange.key(Groups.NAME);
    var found = groups.find(exchange, key);
    if (found.isEmpty()) {
      return GroupRefusals.notFound(exchange);
    }
    var group = found.get();
    if (!groups.status(key, group).equals("available")) {
      return GroupRefusals.notAvailable(exchange);
    }
    if (exchange.parameter("AuthToken").isPresent() && !exchange.isTrue("ApplyImmediately")) {
      return exchange.refuse(
          "InvalidParameterCombination", "AUTH token modification needs ApplyImmediately.");
    }
    var token = refusedToken(exchange, key);
    if (token.isPresent()) {
      return exchange.refuse("InvalidParameterCombination", token.get());
    }
    var settings = groups.settings(key);
    var transit = TransitRules.refusedChange(exchange, settings);
    if (transit.isPresent()) {
      return exchange.refuse("InvalidParameterCombination", transit.get());
    }
    var custom =
        Optional.of(settings.parameterGroup())
            .filter(name -> !name.startsWith(CacheFamilies.DEFAULT));
    var parameters =
        refusedParameters(
            exchange,
            exchange.parameter(CacheParameterGroups.NAME).or(() -> custom),
            exchange.parameter("EngineVersion").orElse(settings.engineVersion()));
    if (parameters.isPresent()) {
      return parameters.get();
    }
    var nodes = settings.nodes();
    var alone = (nodes == 0 ? group.all("ClusterId").size() : nodes) < 2;
    if (alone && exchange.isTrue("AutomaticFailoverEnabled")) {
      return exchange.refuse(
          "InvalidParameterCombination", "Automatic failover needs at least one replica.");
    }
    if (GroupRules.lacksSnapshotSource(exchange, group)) {
      return exchange.refuse(
          "InvalidParameterCombination", "Snapshots need a SnapshottingClusterId to begin with.");
    }
    return modify(exchange, key, group);
  }

  private Answer modify(Exchange exchange, Key key, Item group) throws IOException {
    var settings = groups.settings(key);
    var requested = new LinkedHashMap<>(exchange.call().parameters());
    requested.computeIfPresent("EngineVersion", (_, version) -> GroupSettings.fullVersion(version));
    var changes =
        DeferredChanges.of(
            requested,
            settings.pending(),
            GroupRules.DEFERRABLE,
            name -> GroupRules.current(group, settings, name));
    var parameters = new LinkedHashMap<>(changes.now());
    parameters.put(Groups.NAME, groups.alias(key));
    parameters.remove(CacheParameterGroups.NAME);
    parameters.remove(TransitRules.MODE);
    parameters.remove(TransitRules.ENABLED);
    var answer = exchange.passOnly(parameters);
    if (answer.isSuccess()) {
      groups.change(key, now -> now.with(changes.now()).withPending(changes.pending()));
      remember(key, exchange, !changes.pending().isEmpty());
      exchange
          .parameter("AuthToken")
          .map(token -> settings.tokens().changed(token, strategy(exchange)))
          .ifPresent(tokens -> groups.change(key, now -> now.withTokens(tokens, Instant.now())));
      if (GroupSettings.namesSecurityGroups(changes.now())
          || !GroupRules.effective(changes.now(), group, settings).isEmpty()) {
        groups.states.begin(key, start -> start.then("modifying", pace.modifying));
      }
    }
    return corrected(exchange, answer);
  }

  /** A group of parameters is of one family, and so is a version. */
  private Optional<Answer> refusedParameters(
      Exchange exchange, Optional<String> name, String version) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var family = parameterGroups.family(exchange.call().region(), name.get());
    if (family.isEmpty()) {
      return Optional.of(
          exchange.refuse("CacheParameterGroupNotFound", name.get() + " is not present."));
    }
    return family.get().equals(CacheFamilies.of(version))
        ? Optional.empty()
        : Optional.of(
            exchange.refuse(
                "InvalidParameterCombination",
                "Expected a parameter group of family %s but found one of family %s"
                    .formatted(CacheFamilies.of(version), family.get())));
  }

  private Optional<String> refusedToken(Exchange exchange, Key key) {
    return exchange
        .parameter("AuthToken")
        .flatMap(token -> groups.settings(key).tokens().refusal(token, strategy(exchange)));
  }

  private static String strategy(Exchange exchange) {
    return exchange.parameter("AuthTokenUpdateStrategy").orElse("ROTATE");
  }

  private void remember(Key key, Exchange exchange, boolean waits) {
    if (waits) {
      askers.put(key, exchange);
    } else {
      askers.remove(key);
    }
  }

  /** moto makes no final snapshot by itself. */
  Answer delete(Exchange exchange) throws IOException {
    var key = exchange.key(Groups.NAME);
    var found = groups.find(exchange, key);
    if (found.isEmpty()) {
      return GroupRefusals.notFound(exchange);
    }
    var snapshot = exchange.parameter("FinalSnapshotIdentifier");
    if (GroupRules.refusesDelete(groups.status(key, found.get()), snapshot.isPresent())) {
      return GroupRefusals.notAvailable(exchange);
    }
    var alias = groups.alias(key);
    if (snapshot.isPresent()) {
      var taken =
          exchange.ask(
              "CreateSnapshot", Map.of(Groups.NAME, alias, "SnapshotName", snapshot.get()));
      if (!taken.isSuccess()) {
        return taken;
      }
      snapshots.begin(
          new Key(exchange.call().region(), snapshot.get()),
          start -> start.then("creating", pace.snapshotting));
    }
    var answer = exchange.passWith(Map.of(Groups.NAME, alias));
    askers.remove(key);
    groups.states.begin(
        key,
        start ->
            (snapshot.isPresent() ? start.then("snapshotting", pace.snapshotting) : start)
                .then("deleting", pace.deleting)
                .thenGone());
    return corrected(exchange, answer);
  }

  /** Applies everything that waits for the maintenance window. */
  void openMaintenanceWindow() throws IOException {
    for (var asker : askers.entrySet()) {
      var key = asker.getKey();
      var parameters = new LinkedHashMap<>(groups.settings(key).pending());
      parameters.remove(CacheParameterGroups.NAME);
      parameters.put(Groups.NAME, groups.alias(key));
      if (asker.getValue().ask("ModifyReplicationGroup", parameters).isSuccess()) {
        groups.change(key, now -> now.with(now.pending()).withPending(Map.of()));
        groups.states.begin(key, start -> start.then("modifying", pace.modifying));
      }
    }
    askers.clear();
  }

  private Answer corrected(Exchange exchange, Answer answer) throws IOException {
    return Exchange.corrected(
        answer, Groups.ELEMENT, item -> groups.correct(exchange.call().region(), item));
  }
}
