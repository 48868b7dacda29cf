package io.appenv.operator.network;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.DesiredSecurityGroup;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.SecurityGroup;
import io.appenv.operator.model.SecurityGroupAction;
import io.appenv.operator.model.SecurityGroupRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What brings the groups to what they shall be. All groups are made before any rule, as rules name
 * other groups; who shall be let in is let in before anybody is shut out.
 */
record SecurityGroupChanges(KnownGroups known) {

  Plan plan() {
    var differences =
        known.desired().securityGroups().stream()
            .filter(it -> !known.isTakenOver(it))
            .map(it -> RuleDifference.of(it, known))
            .toList();
    return Plan.of(
        oneAfterTheOther(
            Stream.of(
                    differences.stream().flatMap(it -> creation(it).stream()),
                    differences.stream().flatMap(it -> authorization(it).stream()),
                    differences.stream().flatMap(it -> revocation(it).stream()),
                    GroupRemoval.plan(known, obsolete()).stream())
                .flatMap(actions -> actions)
                .toList()));
  }

  /** What is left to be done about the rules of these groups, which are there. */
  Stream<PlannedAction> rules(List<DesiredSecurityGroup> some) {
    var differences = some.stream().map(it -> RuleDifference.of(it, known)).toList();
    return Stream.concat(
        differences.stream().flatMap(it -> authorization(it).stream()),
        differences.stream().flatMap(it -> revocation(it).stream()));
  }

  /** What waits is not overtaken. */
  private static List<PlannedAction> oneAfterTheOther(List<PlannedAction> actions) {
    var made = actions.stream().takeWhile(PlannedAction::isCalledNow).toList();
    return Stream.concat(
            made.stream(), actions.stream().skip(made.size()).map(PlannedAction::afterPrevious))
        .toList();
  }

  private Optional<PlannedAction> creation(RuleDifference difference) {
    var wanted = difference.wanted();
    return difference.present().isPresent()
        ? Optional.empty()
        : known
            .desired()
            .vpcId()
            .map(
                vpc ->
                    PlannedAction.now(
                        new SecurityGroupAction.Create(wanted, vpc),
                        "no security group for %s exists".formatted(wanted.role()),
                        ChangeClass.IN_PLACE));
  }

  private Optional<PlannedAction> authorization(RuleDifference difference) {
    if (difference.missing().isEmpty()) {
      return Optional.empty();
    }
    var wanted = difference.wanted();
    var rules = difference.missing().stream().flatMap(it -> known.resolved(it).stream()).toList();
    var isPossible =
        difference.present().isPresent() && rules.size() == difference.missing().size();
    var call =
        PlannedAction.now(
            new SecurityGroupAction.Authorize(
                wanted.name(),
                difference.present().filter(_ -> isPossible).map(SecurityGroup::id),
                rules),
            RuleDifference.accepted(wanted.role(), difference.missing()),
            ChangeClass.IN_PLACE);
    return Optional.of(isPossible ? call : call.afterPrevious());
  }

  private Optional<PlannedAction> revocation(RuleDifference difference) {
    return difference
        .present()
        .filter(_ -> !difference.extra().isEmpty())
        .map(group -> GroupRemoval.revocation(known, group, difference.extra()));
  }

  /**
   * The group of a data store stays where that is released, and what a data store still carries is
   * deleted after it is changed.
   */
  private List<SecurityGroup> obsolete() {
    return known.others().stream()
        .filter(it -> !isOfStore(known.role(it)))
        .filter(it -> !known.carried().contains(it.id()))
        .toList();
  }

  static boolean isOfStore(SecurityGroupRole role) {
    return role.equals(SecurityGroupRole.DATABASE) || role.equals(SecurityGroupRole.CACHE);
  }
}
