package io.appenv.operator.testing;

import io.appenv.operator.sandbox.AwsFoundation;
import io.appenv.operator.sandbox.Sandbox;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** AWS as another of its users sees it: asked by the test, not by the operator. */
public final class AwsView implements AutoCloseable {

  private final RdsClient rds;
  private final ElastiCacheClient elastiCache;
  private final Ec2Client ec2;
  private final AcmClient acm;
  private final Route53Client route53;

  public AwsView(Sandbox sandbox) {
    this(sandbox, AwsFoundation.REGION);
  }

  public AwsView(Sandbox sandbox, String region) {
    this.rds = client(RdsClient.builder(), sandbox, region);
    this.elastiCache = client(ElastiCacheClient.builder(), sandbox, region);
    this.ec2 = client(Ec2Client.builder(), sandbox, region);
    this.acm = client(AcmClient.builder(), sandbox, region);
    this.route53 = client(Route53Client.builder(), sandbox, "aws-global");
  }

  public static <B extends AwsClientBuilder<B, C>, C> C client(
      B builder, Sandbox sandbox, String region) {
    var key = sandbox.awsEnvironment().getOrDefault("AWS_ACCESS_KEY_ID", "");
    return builder
        .endpointOverride(sandbox.wires().aws())
        .region(Region.of(region))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(OTHER_KEY, key)))
        .build();
  }

  /** Not the operator's, so that the recording can tell the two apart. */
  public static final String OTHER_KEY = "somebody-else";

  public RdsClient rds() {
    return rds;
  }

  public ElastiCacheClient elastiCache() {
    return elastiCache;
  }

  public Ec2Client ec2() {
    return ec2;
  }

  /** In the order of their names. */
  public List<SecurityGroup> securityGroups(String prefix) {
    var named = Filter.builder().name("group-name").values(prefix + "*").build();
    return ec2
        .describeSecurityGroupsPaginator(request -> request.filters(named))
        .securityGroups()
        .stream()
        .sorted(Comparator.comparing(SecurityGroup::groupName))
        .toList();
  }

  /** The id of an environment's group, by what it is for. */
  public String securityGroup(String prefix, String role) {
    return securityGroups(prefix).stream()
        .filter(it -> it.groupName().endsWith("-" + role))
        .findFirst()
        .orElseThrow()
        .groupId();
  }

  public List<DBInstance> instances(String prefix) {
    return rds.describeDBInstancesPaginator().dbInstances().stream()
        .filter(instance -> instance.dbInstanceIdentifier().startsWith(prefix))
        .toList();
  }

  public Optional<DBInstance> instance(String prefix) {
    return onlyOne(instances(prefix).stream());
  }

  public List<ReplicationGroup> groups(String prefix) {
    return elastiCache.describeReplicationGroupsPaginator().replicationGroups().stream()
        .filter(group -> group.replicationGroupId().startsWith(prefix))
        .toList();
  }

  public Optional<ReplicationGroup> group(String prefix) {
    return onlyOne(groups(prefix).stream());
  }

  public List<DBSnapshot> databaseSnapshots(String prefix) {
    return rds.describeDBSnapshotsPaginator().dbSnapshots().stream()
        .filter(snapshot -> snapshot.dbSnapshotIdentifier().startsWith(prefix))
        .toList();
  }

  public List<Snapshot> cacheSnapshots(String prefix) {
    return elastiCache.describeSnapshotsPaginator().snapshots().stream()
        .filter(snapshot -> snapshot.snapshotName().startsWith(prefix))
        .toList();
  }

  /** Names of all subnet and parameter groups of both services. */
  public List<String> groupNames(String prefix) {
    return Stream.of(
            rds.describeDBSubnetGroupsPaginator().dbSubnetGroups().stream()
                .map(group -> "DBSubnetGroup " + group.dbSubnetGroupName()),
            rds.describeDBParameterGroupsPaginator().dbParameterGroups().stream()
                .map(group -> "DBParameterGroup " + group.dbParameterGroupName()),
            elastiCache.describeCacheSubnetGroupsPaginator().cacheSubnetGroups().stream()
                .map(group -> "CacheSubnetGroup " + group.cacheSubnetGroupName()))
        .flatMap(names -> names)
        .filter(name -> name.split(" ", 2)[1].startsWith(prefix))
        .sorted()
        .toList();
  }

  /** Those for names that contain this. */
  public List<CertificateDetail> certificates(String inName) {
    return acm.listCertificatesPaginator().certificateSummaryList().stream()
        .filter(it -> it.domainName().contains(inName))
        .map(it -> acm.describeCertificate(request -> request.certificateArn(it.certificateArn())))
        .map(it -> it.certificate())
        .toList();
  }

  public Map<String, String> tags(CertificateDetail certificate) {
    return acm
        .listTagsForCertificate(request -> request.certificateArn(certificate.certificateArn()))
        .tags()
        .stream()
        .collect(Collectors.toMap(it -> it.key(), it -> it.value()));
  }

  /** Of the hosted zones whose names contain this; not what each zone has from the first. */
  public List<ResourceRecordSet> records(String inName) {
    return route53.listHostedZonesPaginator().hostedZones().stream()
        .filter(zone -> zone.name().contains(inName))
        .flatMap(
            zone ->
                route53
                    .listResourceRecordSetsPaginator(request -> request.hostedZoneId(zone.id()))
                    .resourceRecordSets()
                    .stream())
        .filter(it -> it.type() != RRType.NS && it.type() != RRType.SOA)
        .toList();
  }

  private static <T> Optional<T> onlyOne(Stream<T> found) {
    return found.reduce(
        (one, other) -> {
          throw new AssertionError("Two of what there is one of: " + one + " and " + other);
        });
  }

  @Override
  public void close() {
    rds.close();
    elastiCache.close();
    ec2.close();
    acm.close();
    route53.close();
  }
}
