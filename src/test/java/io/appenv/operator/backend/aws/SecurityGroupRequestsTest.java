package io.appenv.operator.backend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.model.DesiredSecurityGroup;
import io.appenv.operator.model.IngressRule;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.RuleSource;
import io.appenv.operator.model.SecurityGroupAction;
import io.appenv.operator.model.SecurityGroupRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

class SecurityGroupRequestsTest {

  private static final List<IngressRule> RULES =
      List.of(
          IngressRule.tcp(8000, new RuleSource.OfGroup("sg-1")),
          IngressRule.tcp(443, new RuleSource.OfRange("10.0.0.0/8")),
          IngressRule.tcp(443, new RuleSource.OfRange("::/0")),
          new IngressRule("-1", -1, -1, new RuleSource.OfRange("0.0.0.0/0")),
          new IngressRule("icmp", 8, -1, new RuleSource.OfRange("0.0.0.0/0")),
          new IngressRule("udp", 1, 9, new RuleSource.OfPrefixList("pl-1")));

  @Test
  void aGroupIsTaggedWhereItIsMade() {
    var tags = Map.of(Ownership.UID, "uid-1", Ownership.NAMESPACE, "shop");
    var desired =
        new DesiredSecurityGroup(
            SecurityGroupRole.DATABASE, "appenv-shop-database", Set.of(), tags);

    var request = SecurityGroupRequests.create(new SecurityGroupAction.Create(desired, "vpc-1"));

    assertThat(request.groupName()).isEqualTo("appenv-shop-database");
    assertThat(request.vpcId()).isEqualTo("vpc-1");
    assertThat(request.description()).matches("[a-zA-Z0-9 ._\\-:/()#,@\\[\\]+=&;{}!$*]{1,255}");
    assertThat(request.tagSpecifications())
        .singleElement()
        .satisfies(
            specification -> {
              assertThat(specification.resourceTypeAsString()).isEqualTo("security-group");
              assertThat(NetworkTags.from(specification.tags())).isEqualTo(tags);
            });
  }

  /** EC2 revokes what is named exactly as it lists it. */
  @Test
  void whatIsListedIsNamedInTheSameWords() {
    var authorized =
        SecurityGroupRequests.authorize(
                new SecurityGroupAction.Authorize("group", Optional.of("sg-2"), RULES))
            .ipPermissions();
    var revoked =
        SecurityGroupRequests.revoke(new SecurityGroupAction.Revoke("group", "sg-2", RULES))
            .ipPermissions();

    assertThat(revoked).isEqualTo(authorized);
    assertThat(listed(authorized).ingress()).containsExactlyInAnyOrderElementsOf(RULES);
  }

  @Test
  void sourcesThatShareProtocolAndPortsAreRulesOfTheirOwn() {
    var joined =
        IpPermission.builder()
            .ipProtocol("tcp")
            .fromPort(80)
            .toPort(80)
            .ipRanges(it -> it.cidrIp("10.0.0.0/8"), it -> it.cidrIp("10.9.0.0/16"))
            .userIdGroupPairs(it -> it.groupId("sg-1").userId("111122223333"))
            .build();

    assertThat(listed(List.of(joined)).ingress())
        .containsExactlyInAnyOrder(
            IngressRule.tcp(80, new RuleSource.OfRange("10.0.0.0/8")),
            IngressRule.tcp(80, new RuleSource.OfRange("10.9.0.0/16")),
            IngressRule.tcp(80, new RuleSource.OfGroup("sg-1")));
  }

  private static io.appenv.operator.model.SecurityGroup listed(List<IpPermission> permissions) {
    return SecurityGroupListing.read(
        SecurityGroup.builder()
            .groupId("sg-2")
            .groupName("group")
            .vpcId("vpc-1")
            .ipPermissions(permissions)
            .build());
  }
}
