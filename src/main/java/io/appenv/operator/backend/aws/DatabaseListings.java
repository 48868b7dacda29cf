package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Listed;
import io.appenv.operator.model.OwnNames;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.SubnetGroup;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBParameterGroup;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;

/** Lists RDS, page by page: one call for each 100 resources in the region. */
final class DatabaseListings {

  /** The most RDS puts on a page. */
  private static final int PAGE = 100;

  private final RdsClient rds;
  private final DatabaseDetails details;

  DatabaseListings(RdsClient rds, DatabaseDetails details) {
    this.rds = rds;
    this.details = details;
  }

  /** All of them, as an environment may name any that is to be adopted. */
  Map<String, DatabaseInstance> instances(String region) {
    return list(
            "DescribeDBInstances",
            region,
            () ->
                rds
                    .describeDBInstancesPaginator(request -> request.maxRecords(PAGE))
                    .dbInstances()
                    .stream())
        .map(DatabaseInstances::from)
        .collect(Named.by(DatabaseInstance::identifier));
  }

  Map<String, DataSnapshot> snapshots(String region) {
    return list(
            "DescribeDBSnapshots",
            region,
            () ->
                rds
                    .describeDBSnapshotsPaginator(
                        request -> request.maxRecords(PAGE).snapshotType("manual"))
                    .dbSnapshots()
                    .stream())
        .filter(snapshot -> OwnNames.mayBeOurs(snapshot.dbSnapshotIdentifier()))
        .map(DatabaseGroups::snapshot)
        .collect(Named.by(DataSnapshot::name));
  }

  Listed<SubnetGroup> subnetGroups(String region) {
    var groups =
        list(
                "DescribeDBSubnetGroups",
                region,
                () ->
                    rds
                        .describeDBSubnetGroupsPaginator(request -> request.maxRecords(PAGE))
                        .dbSubnetGroups()
                        .stream())
            .filter(group -> OwnNames.mayBeOurs(group.dbSubnetGroupName()))
            .toList();
    var tags =
        details.subnetGroupTags().of(groups.stream().map(DBSubnetGroup::dbSubnetGroupArn).toList());
    return tags.join(
        groups,
        DBSubnetGroup::dbSubnetGroupArn,
        DBSubnetGroup::dbSubnetGroupName,
        DatabaseGroups::subnetGroup);
  }

  Listed<ParameterGroup> parameterGroups(String region) {
    var groups =
        list(
                "DescribeDBParameterGroups",
                region,
                () ->
                    rds
                        .describeDBParameterGroupsPaginator(request -> request.maxRecords(PAGE))
                        .dbParameterGroups()
                        .stream())
            .filter(group -> OwnNames.mayBeOurs(group.dbParameterGroupName()))
            .toList();
    return withDetails(groups);
  }

  private Listed<ParameterGroup> withDetails(List<DBParameterGroup> groups) {
    var tags =
        details
            .parameterGroupTags()
            .of(groups.stream().map(DBParameterGroup::dbParameterGroupArn).toList());
    var parameters =
        details
            .parameters()
            .of(groups.stream().map(DBParameterGroup::dbParameterGroupName).toList());
    return tags.named(
            groups, DBParameterGroup::dbParameterGroupArn, DBParameterGroup::dbParameterGroupName)
        .with(parameters, GroupDetails::new)
        .join(
            groups,
            DBParameterGroup::dbParameterGroupName,
            DBParameterGroup::dbParameterGroupName,
            DatabaseGroups::parameterGroup);
  }

  /** Reads every page before anything is used, so that a page that fails leaves no half list. */
  private static <T> Stream<T> list(
      String operation, String region, Supplier<Stream<T>> everyPage) {
    return AwsCalls.make(
        AwsCall.listing(Component.DATABASE, operation, region), () -> everyPage.get().toList())
        .stream();
  }
}
