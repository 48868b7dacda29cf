package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DriftMemory;
import io.appenv.operator.model.Endpoint;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.GroupAccess;
import io.appenv.operator.model.GroupOrigin;
import io.appenv.operator.model.InstanceOrigins;
import io.appenv.operator.model.InstanceSwitches;
import io.appenv.operator.model.Leftover;
import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.ObservedReplacement;
import io.appenv.operator.model.ObservedUpgrade;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.RequestFinding;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.SizingFinding;
import io.appenv.operator.model.SubnetGroup;
import io.appenv.operator.model.TransitEncryption;
import io.appenv.operator.resolver.Resolution;
import io.appenv.operator.resolver.Specs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A production environment at work, of which a test changes one thing at a time. */
record Situation(
    AppEnvironment environment,
    Resolution resolution,
    Observed observed,
    Plan plan,
    List<Failure> failures,
    List<TierReport> tiers,
    List<NetworkFinding> findings,
    List<SizingFinding> sizing,
    List<RequestFinding> requests,
    boolean deleting) {

  static Situation settled() {
    var resolution = Specs.resolve(Specs.PRODUCTION);
    var desired = resolution.desired().orElseThrow();
    return new Situation(
        Specs.environment(Specs.PRODUCTION),
        resolution,
        observed(desired, "available", Ownership.tags(desired.environment())),
        Plan.empty(),
        List.of(),
        List.of(tier("frontend"), tier("backend")),
        List.of(),
        List.of(),
        List.of(),
        false);
  }

  static TierReport tier(String name) {
    return new TierReport(
        name, 2, 2, 2, TierReport.State.AVAILABLE, Optional.empty(), Optional.empty());
  }

  static Observed observed(Desired desired, String state, Map<String, String> tags) {
    var database = desired.database().orElseThrow();
    var cache = desired.cache().orElseThrow();
    var instance =
        new DatabaseInstance(
            database.identifier(),
            "arn:aws:rds:ap-northeast-1:1:db:" + database.identifier(),
            state,
            "17.6",
            database.instanceClass(),
            database.storageGib(),
            Optional.empty(),
            database.storageType(),
            3000,
            database.multiAz(),
            database.backupRetentionDays(),
            database.backupWindow(),
            database.maintenanceWindow(),
            true,
            database.parameterGroup(),
            false,
            "rds-ca-rsa2048-g1",
            Optional.empty(),
            database.subnetGroup(),
            InstanceSwitches.of(database.version()),
            InstanceOrigins.usual(),
            Optional.of(new Endpoint("db.example.com", 5432)),
            DatabaseInstance.Pending.none(),
            tags);
    var group =
        new ReplicationGroup(
            cache.identifier(),
            "arn:aws:elasticache:ap-northeast-1:1:replicationgroup:" + cache.identifier(),
            "available",
            "7.1.0",
            cache.nodeType(),
            cache.nodes(),
            true,
            true,
            Optional.of(false),
            1,
            cache.snapshotWindow(),
            cache.maintenanceWindow(),
            cache.subnetGroup(),
            "default.redis7",
            new GroupOrigin(false, false, true, false),
            new GroupAccess(TransitEncryption.REQUIRED, true),
            Optional.of(new Endpoint("cache.example.com", 6379)),
            Optional.of(new Endpoint("reader.example.com", 6379)),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            tags);
    var subnets =
        new SubnetGroup(database.subnetGroup(), "arn:subnets", "vpc-1", database.subnetIds(), tags);
    return new Observed(
        new Observed.ObservedDatabase(
            Sighting.present(instance),
            Sighting.present(subnets),
            Sighting.absent(),
            List.of(),
            Sighting.absent(),
            ObservedUpgrade.unseen(),
            ObservedReplacement.unseen(),
            Optional.empty()),
        new Observed.ObservedCache(
            Sighting.present(group),
            Sighting.present(subnets),
            Sighting.absent(),
            List.of(),
            Sighting.absent(),
            Optional.empty()));
  }

  Situation after(AppEnvironmentStatus status) {
    var again = Specs.environment(Specs.PRODUCTION);
    again.setStatus(status);
    return new Situation(
        again, resolution, observed, plan, failures, tiers, findings, sizing, requests, deleting);
  }

  Situation with(Observed seen) {
    return new Situation(
        environment, resolution, seen, plan, failures, tiers, findings, sizing, requests, deleting);
  }

  Situation with(Plan planned) {
    return new Situation(
        environment,
        resolution,
        observed,
        planned,
        failures,
        tiers,
        findings,
        sizing,
        requests,
        deleting);
  }

  Situation failing(Failure... failing) {
    return new Situation(
        environment,
        resolution,
        observed,
        plan,
        List.of(failing),
        tiers,
        findings,
        sizing,
        requests,
        deleting);
  }

  Situation withTiers(TierReport... reports) {
    return new Situation(
        environment,
        resolution,
        observed,
        plan,
        failures,
        List.of(reports),
        findings,
        sizing,
        requests,
        deleting);
  }

  Situation finding(NetworkFinding... found) {
    return new Situation(
        environment,
        resolution,
        observed,
        plan,
        failures,
        tiers,
        List.of(found),
        sizing,
        requests,
        deleting);
  }

  Situation lacking(SizingFinding... found) {
    return new Situation(
        environment,
        resolution,
        observed,
        plan,
        failures,
        tiers,
        findings,
        List.of(found),
        requests,
        deleting);
  }

  Situation scaledBy(RequestFinding... found) {
    return new Situation(
        environment,
        resolution,
        observed,
        plan,
        failures,
        tiers,
        findings,
        sizing,
        List.of(found),
        deleting);
  }

  Situation resolvedAs(Resolution other) {
    return new Situation(
        environment,
        other,
        observed,
        plan,
        other.failures(),
        tiers,
        findings,
        sizing,
        requests,
        deleting);
  }

  Situation beingDeleted() {
    return new Situation(
        environment, resolution, observed, plan, failures, tiers, findings, sizing, requests, true);
  }

  StatusInput input() {
    return input(DriftMemory.none());
  }

  StatusInput input(DriftMemory drift) {
    return input(drift, Map.of());
  }

  StatusInput input(Map<ResourceRef, Sighting<Leftover>> leftovers) {
    return input(DriftMemory.none(), leftovers);
  }

  private StatusInput input(DriftMemory drift, Map<ResourceRef, Sighting<Leftover>> leftovers) {
    return new StatusInput(
        environment,
        resolution.desired(),
        observed,
        leftovers,
        plan,
        List.of(),
        Optional.empty(),
        failures,
        tiers,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        resolution.effective(),
        resolution.notEffective(),
        findings,
        sizing,
        requests,
        List.of(),
        drift,
        deleting);
  }
}
