package io.appenv.operator.network;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DomainPlanner;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.OwnedResource;
import io.appenv.operator.model.Plan;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.SecurityGroup;
import io.appenv.operator.model.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans the security groups of an environment. */
public final class SecurityGroupPlanner implements DomainPlanner {

  @Override
  public Plan apply(Desired desired, Observed observed, IntentRecord recorded) {
    if (!desired.backend().isOnAws()) {
      return Plan.empty();
    }
    if (observed.securityGroups().isUnseen()) {
      return observing();
    }
    return foreign(desired, observed)
        .map(Plan::of)
        .orElseGet(() -> kept(desired, observed, recorded));
  }

  /** Whether anything but what is in the way may be planned. */
  static boolean isPlanned(Desired desired, Observed observed, IntentRecord recorded) {
    return desired.backend().isOnAws()
        && !observed.securityGroups().isUnseen()
        && foreign(desired, observed).isEmpty()
        && !isLeft(recorded);
  }

  private static boolean isLeft(IntentRecord recorded) {
    return recorded.corrections(Component.NETWORK).left().contains(SecurityGroupStanding.FIELD);
  }

  private static Plan kept(Desired desired, Observed observed, IntentRecord recorded) {
    return isLeft(recorded)
        ? Plan.empty()
        : new SecurityGroupChanges(KnownGroups.of(desired, observed)).plan();
  }

  /** What a data store brings along with it is in nobody's way. */
  private static Optional<Failure> foreign(Desired desired, Observed observed) {
    var known = KnownGroups.of(desired, observed);
    return OwnedResource.firstForeign(
        desired.environment(),
        desired.securityGroups().stream()
            .filter(it -> !known.isTakenOver(it))
            .flatMap(it -> observed.securityGroups().named(it.name()).stream())
            .map(SecurityGroupPlanner::owned)
            .toList());
  }

  private static OwnedResource owned(SecurityGroup group) {
    return new OwnedResource(
        new ResourceRef(ResourceKind.SECURITY_GROUP, group.name()), group.arn(), group.tags());
  }

  @Override
  public Map<Component, List<Standing>> standings(Desired desired, Observed observed) {
    return !desired.backend().isOnAws()
            || observed.securityGroups().isUnseen()
            || foreign(desired, observed).isPresent()
        ? Map.of()
        : Map.of(
            Component.NETWORK,
            List.of(SecurityGroupStanding.of(KnownGroups.of(desired, observed))));
  }

  /** An environment that has never had a group needs no right to look for one. */
  @Override
  public Plan delete(Desired desired, Observed observed, IntentRecord recorded) {
    if (!desired.backend().isOnAws() || !isRecorded(recorded)) {
      return Plan.empty();
    }
    return observed.securityGroups().isUnseen()
        ? observing()
        : SecurityGroupDeletion.plan(KnownGroups.of(desired, observed), observed);
  }

  private static boolean isRecorded(IntentRecord recorded) {
    return Stream.concat(recorded.intended().stream(), recorded.established().stream())
        .anyMatch(it -> it.kind() == ResourceKind.SECURITY_GROUP);
  }

  private static Plan observing() {
    return Plan.of(
        new Failure.Waiting(
            Component.NETWORK,
            Reason.OBSERVING,
            "the security groups have not been looked at yet"));
  }
}
