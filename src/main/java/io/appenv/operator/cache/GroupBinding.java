package io.appenv.operator.cache;

import io.appenv.operator.model.BindingCalls;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.ReplicationGroup;
import java.util.List;

/**
 * Binds the nodes of a group to their security groups. ElastiCache tells nothing of groups that it
 * holds for the maintenance window, so it is told to change them at once, which would hurry
 * whatever else it holds: then this waits. Nothing is interrupted.
 *
 * @param calls none where they are held
 * @param held whether all of it waits for what AWS holds
 */
record GroupBinding(BindingCalls calls, boolean held) {

  static GroupBinding plan(CacheFacts facts, ReplicationGroup group) {
    var calls =
        BindingCalls.of(
            facts.binding(),
            group.securityGroups(),
            facts.corrections(),
            ids ->
                new CacheAction.ModifyGroup(
                    group.identifier(), List.of(new GroupSetting.SecurityGroups(ids)), true));
    var held = group.isPending() && calls.changesStore();
    return new GroupBinding(held ? BindingCalls.none() : calls, held);
  }
}
