package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Descriptions;
import io.appenv.operator.model.IngressRule;
import io.appenv.operator.model.RuleSource;
import io.appenv.operator.model.SecurityGroupAction.AddTags;
import io.appenv.operator.model.SecurityGroupAction.Authorize;
import io.appenv.operator.model.SecurityGroupAction.Create;
import io.appenv.operator.model.SecurityGroupAction.Revoke;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;

/** Builds the requests about security groups. */
final class SecurityGroupRequests {

  private SecurityGroupRequests() {}

  /** The tags come with the group, so that none is ever without an owner. */
  static CreateSecurityGroupRequest create(Create action) {
    var desired = action.desired();
    return CreateSecurityGroupRequest.builder()
        .groupName(desired.name())
        .description(Descriptions.of(desired.tags()))
        .vpcId(action.vpcId())
        .tagSpecifications(
            tags ->
                tags.resourceType(ResourceType.SECURITY_GROUP).tags(NetworkTags.of(desired.tags())))
        .build();
  }

  static AuthorizeSecurityGroupIngressRequest authorize(Authorize action) {
    return AuthorizeSecurityGroupIngressRequest.builder()
        .groupId(action.id().orElseThrow())
        .ipPermissions(permissions(action.rules()))
        .build();
  }

  static RevokeSecurityGroupIngressRequest revoke(Revoke action) {
    return RevokeSecurityGroupIngressRequest.builder()
        .groupId(action.id())
        .ipPermissions(permissions(action.rules()))
        .build();
  }

  static CreateTagsRequest addTags(AddTags action) {
    return CreateTagsRequest.builder()
        .resources(action.id())
        .tags(NetworkTags.of(action.tags()))
        .build();
  }

  private static List<IpPermission> permissions(List<IngressRule> rules) {
    return rules.stream().map(SecurityGroupRequests::permission).toList();
  }

  /** A protocol without ports is named without them. */
  private static IpPermission permission(IngressRule rule) {
    var permission = IpPermission.builder().ipProtocol(rule.protocol());
    if (rule.fromPort() >= 0 || rule.toPort() >= 0) {
      permission.fromPort(rule.fromPort()).toPort(rule.toPort());
    }
    switch (rule.source()) {
      case RuleSource.OfGroup(var id) -> permission.userIdGroupPairs(pair -> pair.groupId(id));
      case RuleSource.OfRange range when range.isIpv6() ->
          permission.ipv6Ranges(it -> it.cidrIpv6(range.cidr()));
      case RuleSource.OfRange range -> permission.ipRanges(it -> it.cidrIp(range.cidr()));
      case RuleSource.OfPrefixList(var id) -> permission.prefixListIds(it -> it.prefixListId(id));
      case RuleSource.OfRole(var role) ->
          throw new IllegalArgumentException("the group of " + role + " has no id yet");
    }
    return permission.build();
  }
}
