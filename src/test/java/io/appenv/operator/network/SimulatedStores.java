package io.appenv.operator.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.cache.CachePlanner;
import io.appenv.operator.database.DatabasePlanner;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredTier.Use;
import io.appenv.operator.model.DriftLedger;
import io.appenv.operator.model.GroupAccess;
import io.appenv.operator.model.GroupOrigin;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.IngressUse;
import io.appenv.operator.model.InstanceOrigins;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.InstanceSwitches;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Observed.ObservedCache;
import io.appenv.operator.model.Observed.ObservedDatabase;
import io.appenv.operator.model.ObservedCertificates;
import io.appenv.operator.model.ObservedReplacement;
import io.appenv.operator.model.ObservedSecurityGroups;
import io.appenv.operator.model.ObservedUpgrade;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Planner;
import io.appenv.operator.model.PodUse;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.SecurityGroupAction;
import io.appenv.operator.model.SecurityGroupRole;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.Standing;
import io.appenv.operator.model.StoreAccess;
import io.appenv.operator.model.SubnetGroup;
import io.appenv.operator.model.TransitEncryption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A database and a cache that are what their spec says but for the security groups they carry, with
 * the groups of their VPC and the pods that connect to them.
 */
final class SimulatedStores {

  /** Lets in pods that carry the groups of their nodes. */
  static final String USUAL = "sg-usual";

  private static final int MOST_PASSES = 12;

  private final Planner planner =
      new Planner(
          List.of(
              new SecurityGroupPlanner(),
              new DatabasePlanner(),
              new CachePlanner(),
              new LeftBehindGroupPlanner()));

  final SimulatedGroups groups = new SimulatedGroups();
  final Map<String, String> databaseTags = new HashMap<>();
  final Map<String, String> cacheTags = new HashMap<>();
  List<String> database = List.of(USUAL);
  List<String> cache = List.of(USUAL);

  /** Calls about security groups, in their order. */
  final List<PlannedAction> calls = new ArrayList<>();

  /** Whether pods run that started without security groups of their own, or with them. */
  boolean oldPods = true;

  boolean newPods;

  /** Whether pods that carry the groups of their nodes were let in to begin with. */
  boolean wasOpen = true;

  Observed observed(Desired desired) {
    var carried =
        Set.copyOf(java.util.stream.Stream.of(database, cache).flatMap(List::stream).toList());
    return new Observed(
        new ObservedSecurityGroups(
            Sighting.present(
                groups.all().stream()
                    .filter(
                        it ->
                            Ownership.owns(desired.environment(), it.tags())
                                || desired.securityGroups().stream()
                                    .anyMatch(its -> its.name().equals(it.name())))
                    .toList()),
            groups.all().stream()
                .filter(it -> carried.contains(it.id()))
                .filter(it -> !Ownership.owns(desired.environment(), it.tags()))
                .toList(),
            Set.of()),
        database(desired),
        cache(desired),
        Sighting.unseen(),
        ObservedCertificates.unseen());
  }

  private ObservedDatabase database(Desired desired) {
    var wanted = desired.database().orElseThrow();
    return new ObservedDatabase(
        Sighting.present(
            new DatabaseInstance(
                wanted.identifier(),
                "arn:db",
                "available",
                wanted.version() + ".6",
                wanted.instanceClass(),
                wanted.storageGib(),
                wanted.maxStorageGib(),
                wanted.storageType(),
                wanted.iops().orElse(3_000),
                wanted.multiAz(),
                wanted.backupRetentionDays(),
                wanted.backupWindow(),
                wanted.maintenanceWindow(),
                wanted.deletionProtection(),
                wanted.parameterGroup(),
                false,
                "rds-ca-rsa2048-g1",
                wanted.performanceInsightsDays(),
                wanted.subnetGroup(),
                InstanceSwitches.of(wanted.version()),
                InstanceOrigins.carrying(InstanceOrigins.usual(), database),
                Optional.empty(),
                DatabaseInstance.Pending.none(),
                databaseTags)),
        Sighting.absent(),
        Sighting.absent(),
        List.of(),
        Sighting.absent(),
        ObservedUpgrade.unseen(),
        ObservedReplacement.unseen(),
        Optional.empty());
  }

  private ObservedCache cache(Desired desired) {
    var wanted = desired.cache().orElseThrow();
    return new ObservedCache(
        Sighting.present(
            new ReplicationGroup(
                wanted.identifier(),
                "arn:cache",
                "available",
                wanted.version() + ".0",
                wanted.nodeType(),
                wanted.nodes(),
                true,
                true,
                Optional.of(false),
                wanted.snapshotRetentionDays(),
                wanted.snapshotWindow(),
                wanted.maintenanceWindow(),
                wanted.subnetGroup(),
                "default.redis7",
                new GroupOrigin(false, false, true, false),
                new GroupAccess(TransitEncryption.REQUIRED, true, cache),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of("node-1", "node-2"),
                cacheTags)),
        Sighting.present(
            new SubnetGroup(
                wanted.subnetGroup(), "arn", "vpc-1", wanted.subnetIds(), wanted.tags())),
        Sighting.absent(),
        List.of(),
        Sighting.absent(),
        Optional.empty());
  }

  Plan plan(Desired desired, DriftLedger ledger) {
    return planner.apply(
        desired,
        observed(desired),
        IntentRecord.none()
            .under(ledger)
            .using(new PodUse(Set.of(), false, newPods && !oldPods, IngressUse.none())));
  }

  /** Those that have to do with security groups. */
  List<PlannedAction> bindings(Desired desired) {
    return bindings(plan(desired, DriftLedger.none()));
  }

  static List<PlannedAction> bindings(Plan plan) {
    return plan.actions().stream().filter(SimulatedStores::isBinding).toList();
  }

  private static boolean isBinding(PlannedAction planned) {
    return switch (planned.action()) {
      case SecurityGroupAction _ -> true;
      case DatabaseAction.ModifyInstance modify ->
          modify.settings().stream().anyMatch(InstanceSetting.SecurityGroups.class::isInstance);
      case CacheAction.ModifyGroup modify ->
          modify.settings().stream().anyMatch(GroupSetting.SecurityGroups.class::isInstance);
      default -> false;
    };
  }

  Map<Component, List<Standing>> standings(Desired desired) {
    return planner.standings(desired, observed(desired));
  }

  /** Passes until nothing is left to do about security groups. */
  void settle(Desired desired) {
    for (var pass = 0; !bindings(desired).isEmpty(); pass++) {
      assertThat(pass).as("passes; %s", bindings(desired)).isLessThan(MOST_PASSES);
      call(plan(desired, DriftLedger.none()));
      assertNobodyIsShutOut(desired);
      roll(desired);
      assertNobodyIsShutOut(desired);
    }
  }

  /** One call of a data store a pass, as AWS takes no second one while it works on the first. */
  void call(Plan plan) {
    for (var planned : plan.actions()) {
      if (planned.isCalledNow()) {
        call(planned);
      }
    }
  }

  private void call(PlannedAction planned) {
    switch (planned.action()) {
      case SecurityGroupAction.Delete(var name, var id) -> {
        assertThat(database).as("DependencyViolation: %s", name).doesNotContain(id);
        assertThat(cache).as("DependencyViolation: %s", name).doesNotContain(id);
        groups.call(Plan.of(planned));
      }
      case SecurityGroupAction _ -> groups.call(Plan.of(planned));
      case DatabaseAction.ModifyInstance modify ->
          modify.settings().stream()
              .filter(InstanceSetting.SecurityGroups.class::isInstance)
              .forEach(it -> database = ((InstanceSetting.SecurityGroups) it).ids());
      case CacheAction.ModifyGroup modify ->
          modify.settings().stream()
              .filter(GroupSetting.SecurityGroups.class::isInstance)
              .forEach(it -> cache = ((GroupSetting.SecurityGroups) it).ids());
      case DatabaseAction.AddTags(var target, var _, var tags, var _)
          when target.kind() == ResourceKind.DATABASE_INSTANCE ->
          databaseTags.putAll(tags);
      case CacheAction.AddTags(var _, var _, var tags) -> cacheTags.putAll(tags);
      default -> {}
    }
    if (isBinding(planned)) {
      calls.add(planned);
    }
  }

  /** Half of the pods are replaced, and in the next pass the other half. */
  private void roll(Desired desired) {
    var observed = observed(desired);
    var mayCarry =
        desired.clusterGroup().isPresent()
            && StoreAccess.letsIn(desired, observed, Use.DATABASE)
            && StoreAccess.letsIn(desired, observed, Use.CACHE);
    if (newPods) {
      oldPods = false;
    } else {
      newPods = mayCarry;
    }
  }

  void assertNobodyIsShutOut(Desired desired) {
    assertLetIn(desired, SecurityGroupRole.DATABASE, database);
    assertLetIn(desired, SecurityGroupRole.CACHE, cache);
  }

  private void assertLetIn(Desired desired, SecurityGroupRole role, List<String> carried) {
    if (oldPods && wasOpen) {
      assertThat(carried).as("pods without groups get into the " + role).contains(USUAL);
    }
    if (newPods) {
      var own = observed(desired).securityGroups().idOf(desired, role).orElseThrow();
      assertThat(carried).as("pods with groups get into the " + role).contains(own);
      assertThat(groups.told(desired)).anyMatch(it -> it.startsWith(role + " accepts"));
    }
  }
}
