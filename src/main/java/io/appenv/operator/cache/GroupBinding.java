package io.appenv.operator.cache;

import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.GroupSetting;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.StoreBinding;
import io.appenv.operator.model.Timing;
import java.util.List;
import java.util.Optional;

/**
 * The calls by which the nodes of a group carry the security groups they shall carry. ElastiCache
 * tells nothing of groups that it holds for the maintenance window, so it is told to change them at
 * once, which would hurry whatever else it holds: then this waits. Nothing is interrupted.
 *
 * @param first security groups of others, to be made the environment's own before they are dropped
 * @param now what can be changed in this pass
 * @param later what waits for rules, or for pods, and so must hold up nothing else
 * @param asked all changes where a person is asked first, and then none of the above
 * @param held whether all of it waits for what AWS holds, and then none of the above
 */
record GroupBinding(
    List<PlannedAction> first,
    Optional<PlannedAction> now,
    List<PlannedAction> later,
    List<PlannedAction> asked,
    boolean held) {

  static GroupBinding of(CacheFacts facts, ReplicationGroup group) {
    var corrections = facts.corrections();
    var present = group.securityGroups();
    var binding = facts.binding().filter(_ -> !corrections.left().contains(StoreBinding.FIELD));
    var calls =
        binding.stream()
            .flatMap(it -> it.changes(present).stream())
            .map(it -> call(group, it))
            .toList();
    if (group.isPending() && !calls.isEmpty()) {
      return new GroupBinding(List.of(), Optional.empty(), List.of(), List.of(), true);
    }
    var asks = corrections.asked().containsKey(StoreBinding.FIELD);
    return new GroupBinding(
        binding.map(it -> it.takeovers(present)).orElseGet(List::of),
        calls.stream().filter(it -> !asks && it.timing() == Timing.NOW).findFirst(),
        calls.stream().filter(it -> !asks && it.timing() != Timing.NOW).toList(),
        calls.stream()
            .filter(_ -> asks)
            .map(it -> corrections.asking(it, List.of(StoreBinding.FIELD)))
            .toList(),
        false);
  }

  private static PlannedAction call(ReplicationGroup group, StoreBinding.Change change) {
    return PlannedAction.now(
            new CacheAction.ModifyGroup(
                group.identifier(), List.of(new GroupSetting.SecurityGroups(change.ids())), true),
            change.reason(),
            change.difference().changeClass())
        .at(change.timing());
  }
}
