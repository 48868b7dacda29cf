package io.appenv.operator.testing;

import io.appenv.operator.model.SubnetRole;
import io.appenv.operator.sandbox.Sandbox;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** A VPC of a test's own, with as many private subnets as the test wants. */
public final class TestNetwork implements AutoCloseable {

  private static final String KEY = "appenv.io/network";
  private static final String EVERYWHERE = "0.0.0.0/0";

  private final Ec2Client ec2;
  private final String region;
  private final String vpcId;
  private int subnets;

  private TestNetwork(Ec2Client ec2, String region, String vpcId) {
    this.ec2 = ec2;
    this.region = region;
    this.vpcId = vpcId;
  }

  /** A VPC without subnets, tagged {@code appenv.io/network=<tag>}. */
  public static TestNetwork create(Sandbox sandbox, String region, String tag) {
    var ec2 = AwsView.client(Ec2Client.builder(), sandbox, region);
    var tags =
        TagSpecification.builder().resourceType(ResourceType.VPC).tags(tag(KEY, tag)).build();
    var vpc =
        ec2.createVpc(request -> request.cidrBlock("10.30.0.0/16").tagSpecifications(tags)).vpc();
    return new TestNetwork(ec2, region, vpc.vpcId());
  }

  /** A VPC as an environment needs it. */
  public static TestNetwork inTwoZones(Sandbox sandbox, String region, String tag) {
    return create(sandbox, region, tag).withSubnet("a").withSubnet("b");
  }

  /** Adds a private subnet in a zone of the region. */
  public TestNetwork withSubnet(String zone) {
    addSubnet(zone, SubnetRole.PRIVATE);
    return this;
  }

  /** Adds a subnet whose routes are those of the main table, and tells its id. */
  public String addSubnet(String zone, SubnetRole role) {
    var tags =
        TagSpecification.builder()
            .resourceType(ResourceType.SUBNET)
            .tags(tag(role.tag(), "1"))
            .build();
    var block = "10.30.%d.0/24".formatted(subnets++);
    return ec2.createSubnet(
            request ->
                request
                    .vpcId(vpcId)
                    .availabilityZone(region + zone)
                    .cidrBlock(block)
                    .tagSpecifications(tags))
        .subnet()
        .subnetId();
  }

  /** Makes an internet gateway, and tells its id. */
  public String addInternetGateway() {
    var id = ec2.createInternetGateway(_ -> {}).internetGateway().internetGatewayId();
    ec2.attachInternetGateway(request -> request.vpcId(vpcId).internetGatewayId(id));
    return id;
  }

  /** Makes a NAT gateway, and tells its id. */
  public String addNatGateway(String subnetId) {
    var address = ec2.allocateAddress(request -> request.domain("vpc")).allocationId();
    return ec2.createNatGateway(request -> request.subnetId(subnetId).allocationId(address))
        .natGateway()
        .natGatewayId();
  }

  /** The table of all subnets that are associated with no other. */
  public String mainTable() {
    var filters =
        List.of(
            Filter.builder().name("vpc-id").values(vpcId).build(),
            Filter.builder().name("association.main").values("true").build());
    return ec2.describeRouteTables(request -> request.filters(filters))
        .routeTables()
        .getFirst()
        .routeTableId();
  }

  /** Makes a table for these subnets alone, and tells its id. */
  public String addTable(String... subnetIds) {
    var table = ec2.createRouteTable(request -> request.vpcId(vpcId)).routeTable().routeTableId();
    for (var subnet : subnetIds) {
      associate(table, subnet);
    }
    return table;
  }

  public void associate(String table, String subnetId) {
    ec2.associateRouteTable(request -> request.routeTableId(table).subnetId(subnetId));
  }

  /** Makes the default route of a table. */
  public void route(String table, String gateway) {
    ec2.createRoute(
        it -> {
          it.routeTableId(table).destinationCidrBlock(EVERYWHERE);
          if (gateway.startsWith("nat-")) {
            it.natGatewayId(gateway);
          } else {
            it.gatewayId(gateway);
          }
        });
  }

  /** Gives the VPC more addresses. */
  public void addRange(String range) {
    ec2.associateVpcCidrBlock(request -> request.vpcId(vpcId).cidrBlock(range));
  }

  public String vpcId() {
    return vpcId;
  }

  /** A change of the manifest that puts an environment there. */
  public static String placement(String region, String tag) {
    return "spec: {aws: {region: %s}, network: {vpc: {tags: {%s: %s}}}}"
        .formatted(region, KEY, tag);
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  @Override
  public void close() {
    ec2.close();
  }
}
