package io.appenv.operator.database;

import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.StoreBinding;
import io.appenv.operator.model.Timing;
import java.util.List;
import java.util.Optional;

/**
 * The calls by which an instance carries the security groups it shall carry. RDS changes them as
 * soon as it can, whatever ApplyImmediately says, and interrupts nothing
 * (docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ModifyInstance.Settings.html).
 *
 * @param first groups of others, to be made the environment's own before the instance drops them
 * @param now what can be changed in this pass
 * @param later what waits for rules, or for pods, and so must hold up nothing else
 * @param asked all changes where a person is asked first, and then none of the above
 */
record GroupBinding(
    List<PlannedAction> first,
    Optional<PlannedAction> now,
    List<PlannedAction> later,
    List<PlannedAction> asked) {

  static GroupBinding of(DatabaseFacts facts, DatabaseInstance instance) {
    var binding = facts.binding().filter(_ -> !facts.leaves(StoreBinding.FIELD));
    var present = instance.securityGroups();
    var calls =
        binding.stream()
            .flatMap(it -> it.changes(present).stream())
            .map(it -> call(instance, it))
            .toList();
    var corrections = facts.corrections();
    var asks = corrections.asked().containsKey(StoreBinding.FIELD);
    return new GroupBinding(
        binding.map(it -> it.takeovers(present)).orElseGet(List::of),
        calls.stream().filter(it -> !asks && it.timing() == Timing.NOW).findFirst(),
        calls.stream().filter(it -> !asks && it.timing() != Timing.NOW).toList(),
        calls.stream()
            .filter(_ -> asks)
            .map(it -> corrections.asking(it, List.of(StoreBinding.FIELD)))
            .toList());
  }

  private static PlannedAction call(DatabaseInstance instance, StoreBinding.Change change) {
    return PlannedAction.now(
            new DatabaseAction.ModifyInstance(
                instance.identifier(),
                List.of(new InstanceSetting.SecurityGroups(change.ids())),
                false),
            change.reason(),
            change.difference().changeClass())
        .at(change.timing());
  }
}
