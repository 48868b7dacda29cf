package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetCidrBlockStateCode;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;

class SubnetRangesTest {

  @Test
  void bothKindsOfAddressesCountAsLongAsTheSubnetHasThem() {
    var both =
        subnet(
            it ->
                it.cidrBlock("10.20.0.0/24")
                    .ipv6CidrBlockAssociationSet(
                        range("2001:db8::/64", SubnetCidrBlockStateCode.ASSOCIATED),
                        range("2001:db8:1::/64", SubnetCidrBlockStateCode.DISASSOCIATED)));

    assertThat(both.ranges()).containsExactly("10.20.0.0/24", "2001:db8::/64");
  }

  @Test
  void aSubnetMayHaveNoAddressesOfIpv4() {
    assertThat(subnet(_ -> {}).ranges()).isEmpty();
  }

  private static SubnetIpv6CidrBlockAssociation range(
      String range, SubnetCidrBlockStateCode state) {
    return SubnetIpv6CidrBlockAssociation.builder()
        .ipv6CidrBlock(range)
        .ipv6CidrBlockState(it -> it.state(state))
        .build();
  }

  private static io.appenv.operator.model.NetworkFacts.Subnet subnet(
      Consumer<Subnet.Builder> change) {
    return NetworkListing.subnet(
        Subnet.builder()
            .subnetId("subnet-1")
            .vpcId("vpc-1")
            .availabilityZone("ap-northeast-1a")
            .applyMutation(change)
            .build());
  }
}
