package io.appenv.operator.status;

import io.appenv.operator.model.Action;
import io.appenv.operator.model.CacheAction;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Custody;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.status.Verdict.Weight;
import java.util.List;
import java.util.Optional;

/** Whether a data store is there and serves. The checks run in the order of what is surer. */
final class DataVerdict {

  private final StatusInput input;
  private final Component component;
  private final Sighting<String> state;
  private final Optional<DataReport> inCluster;

  /**
   * @param state the status word of the instance or replication group, when AWS was asked
   * @param inCluster the report on its counterpart in the cluster
   */
  DataVerdict(
      StatusInput input,
      Component component,
      Sighting<String> state,
      Optional<DataReport> inCluster) {
    this.input = input;
    this.component = component;
    this.state = state;
    this.inCluster = inCluster;
  }

  Verdict verdict() {
    var failures = input.failuresOf(component);
    var leading = Verdict.leading(failures);
    if (leading.isPresent()) {
      return Verdict.of(leading.get(), isSeen() && isActedOn());
    }
    if (input.deleting()) {
      return Verdict.no(Reason.DELETING, "It is deleted with the environment.", Weight.UNDER_WAY);
    }
    if (input.desired().isEmpty()) {
      return Verdict.unknown(Reason.OBSERVING, "It is looked at once the spec is resolved.");
    }
    var actions = input.actionsOf(component);
    if (!actions.isEmpty()) {
      return planned(PlannedVerdict.next(actions), failures);
    }
    if (isReleased()) {
      return Verdict.yes(
          Reason.RELEASED, "It is released: nothing of it is managed or looked after.");
    }
    return isInCluster() ? inCluster() : onAws(failures);
  }

  private boolean isSeen() {
    return !(state instanceof Sighting.Unseen<String>);
  }

  /** With nothing to do, a failure can only be one of looking. */
  private boolean isActedOn() {
    return !input.actionsOf(component).isEmpty();
  }

  private boolean isReleased() {
    return input.desired().flatMap(this::custody).filter(Custody::released).isPresent();
  }

  private Optional<Custody> custody(Desired desired) {
    return component == Component.DATABASE
        ? desired.database().map(it -> it.custody())
        : desired.cache().map(it -> it.custody());
  }

  private boolean isInCluster() {
    return input.desired().orElseThrow().backend() == DataBackend.IN_CLUSTER;
  }

  private Verdict planned(PlannedAction next, List<Failure> failures) {
    var text = HeldVerdict.text(next);
    if (input.paused()) {
      return PlannedVerdict.paused(text);
    }
    return switch (next.timing()) {
      case NOW, MAINTENANCE_WINDOW, AFTER_PREVIOUS ->
          Verdict.no(reason(next.action()), text, Weight.UNDER_WAY);
      case WHEN_WINDOW_OPENS, HANDED_OVER, AFTER_ROLLOUT -> onAws(failures);
      case AFTER_APPROVAL, NOT_AT_ALL -> HeldVerdict.of(input, next);
    };
  }

  private static Reason reason(Action action) {
    return switch (action) {
      case DatabaseAction.CreateInstance _ -> Reason.CREATING;
      case DatabaseAction.CreateSubnetGroup _ -> Reason.CREATING;
      case DatabaseAction.CreateParameterGroup _ -> Reason.CREATING;
      case CacheAction.CreateGroup _ -> Reason.CREATING;
      case CacheAction.CreateSubnetGroup _ -> Reason.CREATING;
      case CacheAction.CreateParameterGroup _ -> Reason.CREATING;
      default -> Reason.MODIFYING;
    };
  }

  private Verdict inCluster() {
    return inCluster
        .map(
            report ->
                report.ready()
                    ? Verdict.yes(Reason.AVAILABLE, "It runs in the cluster and serves.")
                    : Verdict.no(
                        Reason.ROLLING_OUT,
                        report.message().orElse("Its pod in the cluster is not ready yet."),
                        Weight.UNDER_WAY))
        .orElseGet(() -> Verdict.unknown(Reason.OBSERVING, "It has not been looked at yet."));
  }

  private Verdict onAws(List<Failure> failures) {
    return switch (state) {
      case Sighting.Unseen<String> _ ->
          Verdict.unknown(Reason.OBSERVING, "AWS has not been asked about it yet.");
      case Sighting.Absent<String> _ ->
          Verdict.no(Reason.CREATING, "It does not exist in AWS yet.", Weight.UNDER_WAY);
      case Sighting.Present<String> present -> present(present.value(), failures);
    };
  }

  private Verdict present(String word, List<Failure> failures) {
    if (!ServiceState.isServing(word)) {
      var text = "AWS reports the state " + word + "; waiting until it serves.";
      return Verdict.no(Reason.MODIFYING, text, Weight.UNDER_WAY);
    }
    // What is left can only be a change that AWS makes in the maintenance window.
    return failures.isEmpty()
        ? Verdict.yes(Reason.AVAILABLE, asDeclared())
        : Verdict.yes(Reason.PENDING_MAINTENANCE, failures.getFirst().message());
  }

  private String asDeclared() {
    var kept = PlannedVerdict.kept(input, component);
    return kept.isEmpty() ? "It is as declared and serves." : "It serves" + kept + ".";
  }
}
