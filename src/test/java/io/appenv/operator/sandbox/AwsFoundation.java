package io.appenv.operator.sandbox;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * What a platform team has in place before an environment comes: a VPC with public and private
 * subnets in three zones, an internet gateway and a NAT gateway, and a security group for data.
 *
 * @param vpcId also found by the tag {@code appenv.io/network=shared}
 * @param privateSubnetIds one in each zone, tagged as EKS wants subnets of internal load balancers
 * @param publicSubnetIds one in each zone, tagged as EKS wants subnets of public load balancers
 * @param dataSecurityGroupId accepts PostgreSQL and Redis from inside the VPC
 */
public record AwsFoundation(
    String vpcId,
    List<String> privateSubnetIds,
    List<String> publicSubnetIds,
    String dataSecurityGroupId) {

  public static final String REGION = "ap-northeast-1";
  static final String ACCESS_KEY = "sandbox";

  private static final List<String> ZONES = List.of("a", "c", "d");
  private static final String NETWORK = "10.20.0.0/16";

  static AwsFoundation create(URI endpoint) {
    var credentials = AwsBasicCredentials.create(ACCESS_KEY, ACCESS_KEY);
    try (var ec2 =
        Ec2Client.builder()
            .endpointOverride(endpoint)
            .region(Region.of(REGION))
            .credentialsProvider(StaticCredentialsProvider.create(credentials))
            .build()) {
      return create(ec2);
    }
  }

  private static AwsFoundation create(Ec2Client ec2) {
    var vpc = createVpc(ec2);
    var publicSubnets = createSubnets(ec2, vpc, 0, "kubernetes.io/role/elb");
    var privateSubnets = createSubnets(ec2, vpc, 10, "kubernetes.io/role/internal-elb");
    createGateways(ec2, vpc, publicSubnets, privateSubnets);
    return new AwsFoundation(vpc, privateSubnets, publicSubnets, createDataSecurityGroup(ec2, vpc));
  }

  private static String createVpc(Ec2Client ec2) {
    return ec2.createVpc(
            request ->
                request
                    .cidrBlock(NETWORK)
                    .tagSpecifications(
                        tagged(
                            ResourceType.VPC,
                            tag("Name", "shared"),
                            tag("appenv.io/network", "shared"))))
        .vpc()
        .vpcId();
  }

  private static List<String> createSubnets(Ec2Client ec2, String vpc, int first, String role) {
    var subnets = new ArrayList<String>();
    for (var zone : ZONES) {
      var third = first + subnets.size();
      subnets.add(
          ec2.createSubnet(
                  request ->
                      request
                          .vpcId(vpc)
                          .availabilityZone(REGION + zone)
                          .cidrBlock("10.20.%d.0/24".formatted(third))
                          .tagSpecifications(
                              tagged(
                                  ResourceType.SUBNET,
                                  tag("Name", role.replaceAll(".*/", "") + "-" + zone),
                                  tag(role, "1"))))
              .subnet()
              .subnetId());
    }
    return List.copyOf(subnets);
  }

  /** Public subnets reach the internet directly, private ones through the NAT gateway. */
  private static void createGateways(
      Ec2Client ec2, String vpc, List<String> publicSubnets, List<String> privateSubnets) {
    var internet = ec2.createInternetGateway().internetGateway().internetGatewayId();
    ec2.attachInternetGateway(request -> request.vpcId(vpc).internetGatewayId(internet));
    var address = ec2.allocateAddress(request -> request.domain("vpc")).allocationId();
    var translation =
        ec2.createNatGateway(
                request -> request.subnetId(publicSubnets.get(0)).allocationId(address))
            .natGateway()
            .natGatewayId();
    var publicRoutes = createRouteTable(ec2, vpc, publicSubnets);
    ec2.createRoute(
        request ->
            request
                .routeTableId(publicRoutes)
                .destinationCidrBlock("0.0.0.0/0")
                .gatewayId(internet));
    var privateRoutes = createRouteTable(ec2, vpc, privateSubnets);
    ec2.createRoute(
        request ->
            request
                .routeTableId(privateRoutes)
                .destinationCidrBlock("0.0.0.0/0")
                .natGatewayId(translation));
  }

  private static String createRouteTable(Ec2Client ec2, String vpc, List<String> subnets) {
    var table = ec2.createRouteTable(request -> request.vpcId(vpc)).routeTable().routeTableId();
    subnets.forEach(
        subnet -> ec2.associateRouteTable(request -> request.routeTableId(table).subnetId(subnet)));
    return table;
  }

  private static String createDataSecurityGroup(Ec2Client ec2, String vpc) {
    var group =
        ec2.createSecurityGroup(
                request ->
                    request
                        .vpcId(vpc)
                        .groupName("appenv-data")
                        .description("PostgreSQL and Redis from inside the VPC")
                        .tagSpecifications(
                            tagged(ResourceType.SECURITY_GROUP, tag("Name", "appenv-data"))))
            .groupId();
    for (var port : List.of(5432, 6379)) {
      ec2.authorizeSecurityGroupIngress(
          request ->
              request.groupId(group).ipProtocol("tcp").fromPort(port).toPort(port).cidrIp(NETWORK));
    }
    return group;
  }

  private static TagSpecification tagged(ResourceType type, Tag... tags) {
    return TagSpecification.builder().resourceType(type).tags(Arrays.asList(tags)).build();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
