package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.EffectiveStatus;
import io.appenv.operator.model.Adoption;
import io.appenv.operator.model.Approval;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Drift;
import io.appenv.operator.model.DriftMemory;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Leftover;
import io.appenv.operator.model.NetworkFinding;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.PlannedAction;
import io.appenv.operator.model.RequestFinding;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.SizingFinding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything a status is made of.
 *
 * @param environment the object as stored, with its former status
 * @param desired empty when the spec could not be resolved
 * @param leftovers what became of that of which the inventory has a row
 * @param plan what this pass planned, done or not; its findings count as failures
 * @param approvals what stays to be remembered of the plans that people approved
 * @param windowOpens when the window opens for which some of the plan waits
 * @param failures of the resolver, the executor and the sweep
 * @param tiers one report per tier whose state is known
 * @param database the database in the cluster; empty on AWS or when not known
 * @param cache the cache in the cluster; empty on AWS or when not known
 * @param ingress the way in from outside; empty where none is declared or nothing is known
 * @param effective the spec with its defaults, when it is valid
 * @param notEffective paths of fields that are set but not acted on
 * @param networkFindings what is amiss in the network, though it can be used
 * @param sizingFindings what the tiers have no room for
 * @param requests one for each tier that is scaled by requests which the operator reads
 * @param adoptions what waits to be taken over
 * @param drift what somebody changed in AWS
 * @param deleting the environment has a deletion timestamp
 */
public record StatusInput(
    AppEnvironment environment,
    Optional<Desired> desired,
    Observed observed,
    Map<ResourceRef, Sighting<Leftover>> leftovers,
    Plan plan,
    List<Approval> approvals,
    Optional<Instant> windowOpens,
    List<Failure> failures,
    List<TierReport> tiers,
    Optional<DataReport> database,
    Optional<DataReport> cache,
    Optional<IngressReport> ingress,
    Optional<EffectiveStatus> effective,
    List<String> notEffective,
    List<NetworkFinding> networkFindings,
    List<SizingFinding> sizingFindings,
    List<RequestFinding> requests,
    List<Adoption> adoptions,
    DriftMemory drift,
    boolean deleting) {

  public StatusInput {
    leftovers = Map.copyOf(leftovers);
    approvals = List.copyOf(approvals);
    failures = List.copyOf(failures);
    tiers = List.copyOf(tiers);
    notEffective = List.copyOf(notEffective);
    networkFindings = List.copyOf(networkFindings);
    sizingFindings = List.copyOf(sizingFindings);
    requests = List.copyOf(requests);
    adoptions = List.copyOf(adoptions);
  }

  boolean paused() {
    return desired.map(Desired::paused).orElse(false);
  }

  /** The pass broke off before it came to the spec: a refusal by Kubernetes, or a defect. */
  boolean isBroken() {
    return desired.isEmpty()
        && !deleting
        && !failures.isEmpty()
        && failuresOf(Component.SPEC).isEmpty()
        && failuresOf(Component.NETWORK).isEmpty();
  }

  /** Every failure of one component, the plan's findings included, each once. */
  List<Failure> failuresOf(Component component) {
    return Stream.concat(failures.stream(), plan.findings().stream())
        .filter(failure -> failure.component() == component)
        .distinct()
        .toList();
  }

  /** What somebody changed of one component, and what stays so. */
  List<String> keptDrift(Component component) {
    return drift.drifts().stream()
        .filter(it -> it.isOf(component) && it.handling() == Drift.Handling.REPORTED)
        .map(Drift::path)
        .toList();
  }

  List<PlannedAction> actionsOf(Component component) {
    return plan.actions().stream()
        .filter(planned -> planned.action().target().kind().component() == component)
        .toList();
  }
}
