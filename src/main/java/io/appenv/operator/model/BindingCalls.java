package io.appenv.operator.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The calls by which a data store comes to carry the security groups it shall carry.
 *
 * @param first groups of others, to be made the environment's own before the store drops them
 * @param now what can be changed in this pass
 * @param later what waits for rules, or for pods, and so must hold up nothing else
 * @param asked all changes where a person is asked first, and then none of the two before
 */
public record BindingCalls(
    List<PlannedAction> first,
    Optional<PlannedAction> now,
    List<PlannedAction> later,
    List<PlannedAction> asked) {

  public BindingCalls {
    first = List.copyOf(first);
    later = List.copyOf(later);
    asked = List.copyOf(asked);
  }

  public static BindingCalls none() {
    return new BindingCalls(List.of(), Optional.empty(), List.of(), List.of());
  }

  /**
   * @param present ids of what the store carries
   * @param call makes the store carry these ids and no others
   */
  public static BindingCalls of(
      Optional<StoreBinding> wanted,
      Collection<String> present,
      Corrections corrections,
      Function<List<String>, Action> call) {
    return wanted
        .filter(_ -> !corrections.left().contains(StoreBinding.FIELD))
        .map(it -> of(it, present, corrections, call))
        .orElseGet(BindingCalls::none);
  }

  private static BindingCalls of(
      StoreBinding binding,
      Collection<String> present,
      Corrections corrections,
      Function<List<String>, Action> call) {
    var first = binding.takeovers(present);
    var changes =
        binding.changes(present).stream().map(it -> planned(it, call.apply(it.ids()))).toList();
    if (corrections.asked().containsKey(StoreBinding.FIELD)) {
      var asked =
          changes.stream().map(it -> corrections.asking(it, List.of(StoreBinding.FIELD))).toList();
      return new BindingCalls(first, Optional.empty(), List.of(), asked);
    }
    return new BindingCalls(
        first,
        changes.stream().filter(it -> it.timing() == Timing.NOW).findFirst(),
        changes.stream().filter(it -> it.timing() != Timing.NOW).toList(),
        List.of());
  }

  private static PlannedAction planned(StoreBinding.Change change, Action call) {
    return PlannedAction.now(call, change.reason(), change.difference().changeClass())
        .at(change.timing());
  }

  /** Whether what the store carries is to change, now or later. */
  public boolean changesStore() {
    return now.isPresent() || !later.isEmpty() || !asked.isEmpty();
  }
}
