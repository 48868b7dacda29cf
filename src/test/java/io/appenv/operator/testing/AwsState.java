package io.appenv.operator.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Parameter;

/** What there is in AWS, as text that can be compared. */
public final class AwsState {

  /** The services of which something would be seen here. */
  public static final Set<String> SERVICES = Set.of("rds", "elasticache", "ec2", "acm", "route53");

  private AwsState() {}

  /**
   * What an environment has; its hosts and their zones have the name of its namespace in theirs.
   */
  static Map<String, String> of(AwsView aws, EnvironmentUnderTest environment) {
    return of(aws, environment.awsPrefix(), environment.namespace());
  }

  /** All that there is in a region, whoever has it. */
  public static Map<String, String> whole(AwsView aws) {
    return of(aws, "", "");
  }

  private static Map<String, String> of(AwsView aws, String prefix, String inHost) {
    var state = new TreeMap<String, String>();
    aws.instances(prefix)
        .forEach(it -> state.put("DBInstance/" + it.dbInstanceIdentifier(), describe(it)));
    aws.groups(prefix)
        .forEach(it -> state.put("ReplicationGroup/" + it.replicationGroupId(), describe(aws, it)));
    aws.databaseSnapshots(prefix)
        .forEach(it -> state.put("DBSnapshot/" + it.dbSnapshotIdentifier(), it.status()));
    aws.cacheSnapshots(prefix)
        .forEach(it -> state.put("Snapshot/" + it.snapshotName(), it.snapshotStatus()));
    var securityGroups = aws.securityGroups(prefix);
    securityGroups.forEach(
        it ->
            state.put(
                "SecurityGroup/" + it.groupName(),
                RulesInWords.of(it, securityGroups) + " " + new TreeMap<>(tags(it))));
    aws.groupNames(prefix).forEach(name -> state.put(name, parameters(aws, name)));
    aws.certificates(inHost)
        .forEach(
            it ->
                state.put(
                    "Certificate/%s %s".formatted(it.domainName(), it.certificateArn()),
                    it.statusAsString() + " " + new TreeMap<>(aws.tags(it))));
    aws.records(inHost)
        .forEach(
            it ->
                state.put(
                    "ResourceRecordSet/" + it.name(),
                    it.typeAsString() + " " + it.resourceRecords()));
    return state;
  }

  /** Names instead of what AWS makes up, by which things refer to one another. */
  static Map<String, String> names(AwsView aws, EnvironmentUnderTest environment) {
    var names = new TreeMap<String, String>();
    aws.securityGroups(environment.awsPrefix())
        .forEach(it -> names.put(it.groupId(), it.groupName()));
    aws.certificates(environment.namespace())
        .forEach(it -> names.put(it.certificateArn(), "certificate of " + it.domainName()));
    return names;
  }

  private static Map<String, String> tags(SecurityGroup group) {
    return group.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
  }

  private static String describe(DBInstance instance) {
    var tags = new TreeMap<String, String>();
    instance.tagList().forEach(tag -> tags.put(tag.key(), tag.value()));
    return String.join(
        " ",
        instance.dbInstanceStatus(),
        instance.dbInstanceClass(),
        instance.allocatedStorage() + "GB",
        instance.storageType(),
        instance.engineVersion(),
        "multiAZ=" + instance.multiAZ(),
        "retention=" + instance.backupRetentionPeriod(),
        instance.preferredBackupWindow(),
        instance.preferredMaintenanceWindow(),
        "encrypted=" + instance.storageEncrypted(),
        "protected=" + instance.deletionProtection(),
        instance.dbParameterGroups().toString(),
        tags.toString());
  }

  private static String describe(AwsView aws, ReplicationGroup group) {
    var tags = new TreeMap<String, String>();
    aws.elastiCache()
        .listTagsForResource(request -> request.resourceName(group.arn()))
        .tagList()
        .forEach(tag -> tags.put(tag.key(), tag.value()));
    return String.join(
        " ",
        group.status(),
        group.cacheNodeType(),
        group.memberClusters().size() + " nodes",
        "failover=" + group.automaticFailover(),
        "retention=" + group.snapshotRetentionLimit(),
        group.snapshotWindow(),
        "encrypted=" + group.atRestEncryptionEnabled() + "/" + group.transitEncryptionEnabled(),
        tags.toString());
  }

  private static String parameters(AwsView aws, String name) {
    var parts = List.of(name.split(" ", 2));
    if (!parts.getFirst().equals("DBParameterGroup")) {
      return "";
    }
    var values = new TreeMap<String, String>();
    for (Parameter parameter :
        aws.rds()
            .describeDBParametersPaginator(
                request -> request.dbParameterGroupName(parts.getLast()).source("user"))
            .parameters()) {
      values.put(parameter.parameterName(), parameter.parameterValue());
    }
    return values.toString();
  }
}
