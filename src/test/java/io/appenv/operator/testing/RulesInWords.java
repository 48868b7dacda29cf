package io.appenv.operator.testing;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** What security groups let in, as text that can be compared: groups by the end of their names. */
public final class RulesInWords {

  private RulesInWords() {}

  /** The rules of one, sorted. */
  public static List<String> of(SecurityGroup group, Collection<SecurityGroup> all) {
    return group.ipPermissions().stream()
        .flatMap(it -> sources(it, all).map(source -> words(it) + " from " + source))
        .map(it -> role(group) + " accepts " + it)
        .sorted()
        .toList();
  }

  private static String words(IpPermission permission) {
    return "%s %s-%s"
        .formatted(permission.ipProtocol(), permission.fromPort(), permission.toPort());
  }

  private static Stream<String> sources(IpPermission permission, Collection<SecurityGroup> all) {
    return Stream.of(
            permission.userIdGroupPairs().stream().map(it -> named(it.groupId(), all)),
            permission.ipRanges().stream().map(it -> it.cidrIp()),
            permission.ipv6Ranges().stream().map(it -> it.cidrIpv6()))
        .flatMap(sources -> sources);
  }

  private static String named(String id, Collection<SecurityGroup> all) {
    return all.stream()
        .filter(it -> it.groupId().equals(id))
        .findFirst()
        .map(RulesInWords::role)
        .orElse(id);
  }

  private static String role(SecurityGroup group) {
    return group.groupName().substring(group.groupName().lastIndexOf('-') + 1);
  }
}
