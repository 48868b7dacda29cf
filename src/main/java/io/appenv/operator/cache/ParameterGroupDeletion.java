package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.ChangeClass;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.ReplicationGroup;
import java.util.stream.Stream;

/** Removes the parameter groups, of every family, once no cache uses them. */
final class ParameterGroupDeletion {

  private ParameterGroupDeletion() {}

  static Plan plan(CacheFacts facts) {
    return Plan.of(
        Stream.concat(
                facts.observed().parameterGroup().found().stream(),
                facts.observed().otherParameterGroups().stream())
            .filter(group -> Ownership.owns(facts.environment(), group.tags()))
            .map(ParameterGroup::name)
            .filter(name -> !isUsed(facts, name))
            .map(
                name ->
                    PlannedAction.now(
                        new CacheAction.DeleteParameterGroup(name),
                        "the environment is deleted and no cache uses it",
                        ChangeClass.DESTROY))
            .toList());
  }

  private static boolean isUsed(CacheFacts facts, String name) {
    return facts
        .observed()
        .group()
        .found()
        .map(ReplicationGroup::parameterGroup)
        .filter(name::equals)
        .isPresent();
  }
}
