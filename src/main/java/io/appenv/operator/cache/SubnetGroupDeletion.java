package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.SubnetGroup;

/** Removes the subnet group once no cache uses it. ElastiCache refuses to while one does. */
final class SubnetGroupDeletion {

  private SubnetGroupDeletion() {}

  static Plan plan(CacheFacts facts) {
    return facts
        .observed()
        .subnetGroup()
        .found()
        .filter(group -> Ownership.owns(facts.environment(), group.tags()))
        .map(SubnetGroup::name)
        .filter(name -> !isUsed(facts, name))
        .map(
            name ->
                Plan.of(
                    PlannedAction.now(
                        new CacheAction.DeleteSubnetGroup(name),
                        "the environment is deleted and no cache uses it",
                        ChangeClass.DESTROY)))
        .orElseGet(Plan::empty);
  }

  private static boolean isUsed(CacheFacts facts, String name) {
    return facts
        .observed()
        .group()
        .found()
        .map(ReplicationGroup::subnetGroup)
        .filter(name::equals)
        .isPresent();
  }
}
