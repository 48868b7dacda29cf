package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.NetworkFacts;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** Lists the VPCs and subnets of a region: one call for each 1000 of them. */
final class NetworkListing {

  /** The most EC2 puts on a page. */
  private static final int PAGE = 1000;

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

  static NetworkFacts.Vpc vpc(Vpc vpc) {
    return new NetworkFacts.Vpc(vpc.vpcId(), tags(vpc.tags()));
  }

  static NetworkFacts.Subnet subnet(Subnet subnet) {
    return new NetworkFacts.Subnet(
        subnet.subnetId(), subnet.vpcId(), subnet.availabilityZone(), tags(subnet.tags()));
  }

  private static Map<String, String> tags(Collection<Tag> tags) {
    return tags.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Tag::key, tag -> AbsentFields.orEmpty(tag.value()), (first, last) -> last));
  }
}
