package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.SecurityGroupStatus;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredSecurityGroup;
import io.appenv.operator.model.IngressRule;
import io.appenv.operator.model.ObservedSecurityGroups;
import java.util.List;
import java.util.Optional;

/** The security groups as people read them: what is derived, with the ids that AWS gave. */
final class SecurityGroupLines {

  private SecurityGroupLines() {}

  /**
   * @param former what holds while the groups cannot be seen
   */
  static List<SecurityGroupStatus> of(
      Desired desired, ObservedSecurityGroups observed, List<SecurityGroupStatus> former) {
    return desired.securityGroups().stream()
        .map(it -> line(it, id(it, desired, observed, former)))
        .toList();
  }

  private static Optional<String> id(
      DesiredSecurityGroup group,
      Desired desired,
      ObservedSecurityGroups observed,
      List<SecurityGroupStatus> former) {
    return observed.isUnseen()
        ? former.stream()
            .filter(it -> group.name().equals(it.name()))
            .flatMap(it -> Optional.ofNullable(it.id()).stream())
            .findFirst()
        : observed.idOf(desired, group.role());
  }

  private static SecurityGroupStatus line(DesiredSecurityGroup group, Optional<String> id) {
    return new SecurityGroupStatus(
        group.role().name(),
        group.name(),
        id.orElse(null),
        group.rules().stream()
            .sorted(IngressRule.ORDER)
            .map(rule -> group.role() + " accepts " + rule)
            .toList());
  }
}
