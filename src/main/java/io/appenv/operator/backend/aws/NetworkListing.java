package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.NetworkFacts;
import io.appenv.operator.model.RouteTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetCidrBlockStateCode;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockStateCode;

/** Lists the networks of a region: one call for each 1000 VPCs or subnets, or 100 route tables. */
final class NetworkListing {

  /** The most EC2 puts on a page. */
  private static final int PAGE = 1000;

  /** And of route tables. */
  private static final int ROUTE_PAGE = 100;

  private final Ec2Client ec2;

  NetworkListing(Ec2Client ec2) {
    this.ec2 = ec2;
  }

  NetworkFacts list(String region) {
    var vpcs =
        AwsCalls.make(
            AwsCall.listing(Component.NETWORK, "DescribeVpcs", region),
            () ->
                ec2.describeVpcsPaginator(request -> request.maxResults(PAGE)).vpcs().stream()
                    .map(NetworkListing::vpc)
                    .toList());
    var subnets =
        AwsCalls.make(
            AwsCall.listing(Component.NETWORK, "DescribeSubnets", region),
            () ->
                ec2.describeSubnetsPaginator(request -> request.maxResults(PAGE)).subnets().stream()
                    .map(NetworkListing::subnet)
                    .toList());
    return new NetworkFacts(vpcs, subnets);
  }

  List<RouteTable> routeTables(String region) {
    return AwsCalls.make(
        AwsCall.listing(Component.NETWORK, "DescribeRouteTables", region),
        () ->
            ec2
                .describeRouteTablesPaginator(request -> request.maxResults(ROUTE_PAGE))
                .routeTables()
                .stream()
                .map(RouteTables::read)
                .toList());
  }

  static NetworkFacts.Vpc vpc(Vpc vpc) {
    return new NetworkFacts.Vpc(
        vpc.vpcId(),
        NetworkTags.from(vpc.tags()),
        vpc.cidrBlockAssociationSet().stream()
            .filter(it -> it.cidrBlockState().state() == VpcCidrBlockStateCode.ASSOCIATED)
            .map(VpcCidrBlockAssociation::cidrBlock)
            .sorted()
            .toList());
  }

  static NetworkFacts.Subnet subnet(Subnet subnet) {
    return new NetworkFacts.Subnet(
        subnet.subnetId(),
        subnet.vpcId(),
        subnet.availabilityZone(),
        NetworkTags.from(subnet.tags()),
        ranges(subnet));
  }

  /** A subnet of IPv6 alone has no other range. */
  private static List<String> ranges(Subnet subnet) {
    var later =
        subnet.ipv6CidrBlockAssociationSet().stream()
            .filter(it -> it.ipv6CidrBlockState().state() == SubnetCidrBlockStateCode.ASSOCIATED)
            .map(SubnetIpv6CidrBlockAssociation::ipv6CidrBlock);
    return Stream.concat(Optional.ofNullable(subnet.cidrBlock()).stream(), later).toList();
  }
}
