package io.appenv.operator.sandbox.emulation;

import io.appenv.operator.sandbox.wire.Answer;
import java.io.IOException;
import java.time.InstantSource;

/** What moto lacks of RDS. */
final class DatabaseEmulation {

  private final ReportedStates reported = new ReportedStates();
  private final Pace pace;
  private final InstanceWrites writes;
  private final DatabaseGroupWrites groups;
  private final DatabaseListing listing;
  private final Parameters set = new Parameters();
  private final ParameterListing parameters = new ParameterListing(set);
  private final ParameterWrites parameterWrites;

  DatabaseEmulation(Pace pace, InstantSource clock) {
    this.pace = pace;
    var snapshots = new States(clock, reported);
    var instances = new Instances(new States(clock, reported));
    this.writes = new InstanceWrites(pace, instances, snapshots);
    this.groups = new DatabaseGroupWrites(instances);
    this.parameterWrites = new ParameterWrites(set, instances);
    this.listing = new DatabaseListing(instances, snapshots);
  }

  ReportedStates reported() {
    return reported;
  }

  Answer answer(Exchange exchange) throws IOException {
    return switch (exchange.call().operation()) {
      case "DescribeDBInstances" -> listing.instances(exchange);
      case "DescribeDBSnapshots" -> listing.snapshots(exchange);
      case "DescribeDBParameters" -> parameters.parameters(exchange);
      case "DescribeDBEngineVersions" -> EngineOffers.versions(exchange);
      case "DescribeOrderableDBInstanceOptions" -> EngineOffers.classes(exchange);
      case "DescribeEngineDefaultParameters" -> EngineOffers.parameters(exchange);
      case "ModifyDBParameterGroup" -> parameterWrites.modify(exchange);
      case "ResetDBParameterGroup" -> parameterWrites.reset(exchange);
      case "CreateDBInstance", "RestoreDBInstanceFromDBSnapshot" ->
          writes.create(exchange, "DBInstanceIdentifier");
      case "RestoreDBInstanceToPointInTime" ->
          writes.create(exchange, "TargetDBInstanceIdentifier");
      case "ModifyDBInstance" -> writes.modify(exchange);
      case "RebootDBInstance" -> writes.reboot(exchange);
      case "DeleteDBInstance" -> writes.delete(exchange);
      case "CreateDBSnapshot" -> writes.takeSnapshot(exchange, listing);
      case "CopyDBSnapshot" -> listing.createSnapshot(exchange, "TargetDBSnapshotIdentifier", pace);
      case "CreateDBSubnetGroup" -> groups.createSubnetGroup(exchange);
      case "ModifyDBSubnetGroup" -> groups.modifySubnetGroup(exchange);
      case "DeleteDBSubnetGroup" -> groups.deleteSubnetGroup(exchange);
      case "DeleteDBParameterGroup" -> groups.deleteParameterGroup(exchange);
      default -> exchange.pass();
    };
  }

  /** Whatever an upgrade of this instance to another major version meets lets it fail. */
  void failUpgradesOf(String identifier) {
    writes.failUpgradesOf(identifier);
  }

  void openMaintenanceWindow() throws IOException {
    writes.openMaintenanceWindow();
  }
}
