package io.appenv.operator.cache;

import static java.util.stream.Collectors.joining;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.model.SubnetGroup;
import java.util.Set;

/** The subnets the nodes may be placed in. */
final class SubnetGroupStep implements CacheStep {

  @Override
  public Plan plan(CacheFacts facts) {
    return switch (facts.observed().subnetGroup()) {
      case Sighting.Unseen<SubnetGroup> _ -> Plan.empty();
      case Sighting.Absent<SubnetGroup> _ -> create(facts);
      case Sighting.Present<SubnetGroup>(var group) ->
          tags(facts, group).and(subnets(facts, group));
    };
  }

  private static Plan create(CacheFacts facts) {
    return Plan.of(
        PlannedAction.now(
            new CacheAction.CreateSubnetGroup(facts.desired()),
            "no subnet group " + facts.desired().subnetGroup() + " exists",
            ChangeClass.IN_PLACE));
  }

  private static Plan tags(CacheFacts facts, SubnetGroup group) {
    return MissingTags.plan(facts.owned(group), facts.ownershipTags());
  }

  private static Plan subnets(CacheFacts facts, SubnetGroup group) {
    if (facts.vpcId().filter(vpc -> !vpc.equals(group.vpcId())).isPresent()) {
      return Plan.of(anotherVpc(facts, group));
    }
    var wanted = facts.desired().subnetIds();
    if (wanted.equals(group.subnetIds())) {
      return Plan.empty();
    }
    return Plan.of(
        PlannedAction.now(
            new CacheAction.ModifySubnetGroup(facts.desired()),
            "subnets " + listed(group.subnetIds()) + " -> " + listed(wanted),
            SpecField.NETWORK_SUBNETS_IDS.changeClass()));
  }

  /** ElastiCache keeps all subnets of a group in one VPC, and a cache in the VPC of its group. */
  private static Failure anotherVpc(CacheFacts facts, SubnetGroup group) {
    return new Failure.Terminal(
        Component.CACHE,
        Reason.CHANGE_REFUSED,
        "the cache lives in %s and cannot move to %s; put spec.network.vpc back, or create another environment and restore a snapshot there"
            .formatted(group.vpcId(), facts.vpcId().orElse("another VPC")));
  }

  private static String listed(Set<String> subnets) {
    return subnets.stream().sorted().collect(joining(", ", "[", "]"));
  }
}
