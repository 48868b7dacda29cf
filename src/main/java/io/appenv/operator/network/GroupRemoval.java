package io.appenv.operator.network;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.IngressRule;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.RuleSource;
import io.appenv.operator.model.SecurityGroup;
import io.appenv.operator.model.SecurityGroupAction;
import java.util.List;
import java.util.stream.Stream;

/** Takes groups away: EC2 deletes none that a rule of another one names. */
final class GroupRemoval {

  private GroupRemoval() {}

  /**
   * @param going groups to be deleted; rules of groups that the spec declares are no matter of this
   */
  static List<PlannedAction> plan(KnownGroups known, List<SecurityGroup> going) {
    return Stream.concat(
            known.others().stream().flatMap(it -> release(known, it, going)),
            going.stream().map(it -> deletion(it, why(known, it))))
        .toList();
  }

  private static String why(KnownGroups known, SecurityGroup group) {
    return known.isOfThisName(group)
        ? "spec.tiers has no use for it any more"
        : "no data store carries it any more";
  }

  /** The rules of a group that name others that are going. */
  static Stream<PlannedAction> release(
      KnownGroups known, SecurityGroup group, List<SecurityGroup> going) {
    var rules =
        group.ingress().stream()
            .filter(rule -> going.stream().anyMatch(it -> names(rule, it)))
            .filter(rule -> !names(rule, group))
            .sorted(IngressRule.ORDER)
            .toList();
    return rules.isEmpty() ? Stream.empty() : Stream.of(revocation(known, group, rules));
  }

  private static boolean names(IngressRule rule, SecurityGroup group) {
    return rule.source() instanceof RuleSource.OfGroup(var id) && id.equals(group.id());
  }

  static PlannedAction revocation(KnownGroups known, SecurityGroup group, List<IngressRule> rules) {
    return PlannedAction.now(
        new SecurityGroupAction.Revoke(group.name(), group.id(), rules),
        RuleDifference.refused(
            known.role(group),
            rules.stream().map(known::inWords).sorted(IngressRule.ORDER).toList()),
        ChangeClass.IN_PLACE);
  }

  static PlannedAction deletion(SecurityGroup group, String why) {
    return PlannedAction.now(
        new SecurityGroupAction.Delete(group.name(), group.id()), why, ChangeClass.IN_PLACE);
  }
}
