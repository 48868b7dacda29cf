package io.appenv.operator.database;

import static java.util.stream.Collectors.joining;

import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.model.SubnetGroup;
import java.util.Set;

/** The subnets an instance may be placed in. */
final class SubnetGroupStep implements DatabaseStep {

  @Override
  public Plan plan(DatabaseFacts facts) {
    return switch (facts.observed().subnetGroup()) {
      case Sighting.Unseen<SubnetGroup> _ -> Plan.empty();
      case Sighting.Absent<SubnetGroup> _ -> create(facts);
      case Sighting.Present<SubnetGroup>(var group) ->
          tags(facts, group).and(subnets(facts, group));
    };
  }

  private static Plan create(DatabaseFacts facts) {
    return Plan.of(
        PlannedAction.now(
            new DatabaseAction.CreateSubnetGroup(facts.desired()),
            "no subnet group " + facts.desired().subnetGroup() + " exists",
            ChangeClass.IN_PLACE));
  }

  private static Plan tags(DatabaseFacts facts, SubnetGroup group) {
    return MissingTags.plan(facts.owned(group), facts.ownershipTags());
  }

  private static Plan subnets(DatabaseFacts facts, SubnetGroup group) {
    if (facts.vpcId().filter(vpc -> !vpc.equals(group.vpcId())).isPresent()) {
      return Plan.of(anotherVpc(facts, group));
    }
    var wanted = facts.desired().subnetIds();
    if (wanted.equals(group.subnetIds())) {
      return Plan.empty();
    }
    return Plan.of(
        PlannedAction.now(
            new DatabaseAction.ModifySubnetGroup(facts.desired()),
            "subnets " + listed(group.subnetIds()) + " -> " + listed(wanted),
            SpecField.NETWORK_SUBNETS_IDS.changeClass()));
  }

  /** RDS keeps all subnets of a group in one VPC, and an instance in the VPC of its group. */
  private static Failure anotherVpc(DatabaseFacts facts, SubnetGroup group) {
    return new Failure.Terminal(
        Component.DATABASE,
        Reason.CHANGE_REFUSED,
        "the database lives in %s and cannot move to %s; put spec.network.vpc back, or create another environment and restore a snapshot there; docs/playbooks.md#specnetworkvpcid"
            .formatted(group.vpcId(), facts.vpcId().orElse("another VPC")));
  }

  private static String listed(Set<String> subnets) {
    return subnets.stream().sorted().collect(joining(", ", "[", "]"));
  }
}
