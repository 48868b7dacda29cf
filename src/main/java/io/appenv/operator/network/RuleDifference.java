package io.appenv.operator.network;

import io.appenv.operator.model.DesiredSecurityGroup;
import io.appenv.operator.model.IngressRule;
import io.appenv.operator.model.SecurityGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the rules of a group differ from those it shall have.
 *
 * @param present empty where the group is still to be made
 * @param missing as they are declared
 * @param extra as EC2 has them
 */
record RuleDifference(
    DesiredSecurityGroup wanted,
    Optional<SecurityGroup> present,
    List<IngressRule> missing,
    List<IngressRule> extra) {

  static RuleDifference of(DesiredSecurityGroup wanted, KnownGroups known) {
    var present = known.find(wanted);
    var has = present.map(SecurityGroup::ingress).orElseGet(Set::of);
    var missing =
        wanted.rules().stream()
            .filter(rule -> known.resolved(rule).filter(has::contains).isEmpty())
            .sorted(IngressRule.ORDER)
            .toList();
    var extra = new HashSet<>(has);
    wanted.rules().forEach(rule -> known.resolved(rule).ifPresent(extra::remove));
    return new RuleDifference(
        wanted, present, missing, extra.stream().sorted(IngressRule.ORDER).toList());
  }

  boolean isEmpty() {
    return present.isPresent() && missing.isEmpty() && extra.isEmpty();
  }

  /** Such as: backend accepts tcp 8000 from frontend. */
  static String accepted(Object role, List<IngressRule> rules) {
    return rules.stream().map(rule -> role + " accepts " + rule).collect(Collectors.joining(", "));
  }

  static String refused(Object role, List<IngressRule> rules) {
    return rules.stream()
        .map(rule -> role + " does not accept " + rule)
        .collect(Collectors.joining(", "));
  }
}
