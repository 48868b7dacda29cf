package io.appenv.operator.backend.aws;

import static io.appenv.operator.backend.aws.AbsentFields.orEmpty;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.IngressRule;
import io.appenv.operator.model.OwnNames;
import io.appenv.operator.model.RuleSource;
import io.appenv.operator.model.SecurityGroup;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;

/**
 * Lists the security groups of a region that bear names of ours, whosever they are: one call for
 * each 1000. By the name and not by a tag, as a group of that name without tags is in the way.
 */
final class SecurityGroupListing {

  /** The most EC2 puts on a page. */
  private static final int PAGE = 1000;

  private static final Filter OURS =
      Filter.builder().name("group-name").values(OwnNames.PREFIX + "*").build();

  private final Ec2Client ec2;

  SecurityGroupListing(Ec2Client ec2) {
    this.ec2 = ec2;
  }

  /** By id. Every page is read before anything is used. */
  Map<String, SecurityGroup> list(String region) {
    return AwsCalls.make(
        AwsCall.listing(Component.NETWORK, "DescribeSecurityGroups", region),
        () ->
            ec2
                .describeSecurityGroupsPaginator(request -> request.maxResults(PAGE).filters(OURS))
                .securityGroups()
                .stream()
                .map(SecurityGroupListing::read)
                .collect(Named.by(SecurityGroup::id)));
  }

  static SecurityGroup read(software.amazon.awssdk.services.ec2.model.SecurityGroup group) {
    return new SecurityGroup(
        group.groupId(),
        group.groupName(),
        orEmpty(group.vpcId()),
        arn(group),
        group.ipPermissions().stream()
            .flatMap(SecurityGroupListing::rules)
            .collect(Collectors.toUnmodifiableSet()),
        NetworkTags.from(group.tags()));
  }

  /** Endpoints that stand in for AWS leave it out. */
  private static String arn(software.amazon.awssdk.services.ec2.model.SecurityGroup group) {
    return Optional.ofNullable(group.securityGroupArn())
        .filter(it -> !it.isEmpty())
        .orElse(group.groupId());
  }

  /** EC2 joins the sources that have protocol and ports in common. */
  private static Stream<IngressRule> rules(IpPermission permission) {
    return sources(permission)
        .map(
            source ->
                new IngressRule(
                    orEmpty(permission.ipProtocol()),
                    port(permission.fromPort()),
                    port(permission.toPort()),
                    source));
  }

  private static int port(@Nullable Integer port) {
    return port == null ? -1 : port;
  }

  private static Stream<RuleSource> sources(IpPermission permission) {
    return Stream.of(
            permission.userIdGroupPairs().stream()
                .<RuleSource>map(it -> new RuleSource.OfGroup(orEmpty(it.groupId()))),
            permission.ipRanges().stream()
                .<RuleSource>map(it -> new RuleSource.OfRange(orEmpty(it.cidrIp()))),
            permission.ipv6Ranges().stream()
                .<RuleSource>map(it -> new RuleSource.OfRange(orEmpty(it.cidrIpv6()))),
            permission.prefixListIds().stream()
                .<RuleSource>map(it -> new RuleSource.OfPrefixList(orEmpty(it.prefixListId()))))
        .flatMap(sources -> sources);
  }
}
