package io.appenv.operator.cache;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Corrections;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Observed.ObservedCache;
import io.appenv.operator.model.OwnedResource;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ParameterGroup;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.SecurityGroupRole;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.model.StoreBinding;
import io.appenv.operator.model.StoreGroups;
import io.appenv.operator.model.SubnetGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything the steps of a cache plan may look at.
 *
 * @param copiesFirst whether the final snapshot is a call of its own, made before the deletion
 * @param groups what it is created with
 * @param binding what it carries afterwards; empty where that is no matter of the operator
 */
record CacheFacts(
    EnvironmentId environment,
    Optional<String> vpcId,
    boolean deletionConfirmed,
    boolean copiesFirst,
    StoreGroups groups,
    Optional<StoreBinding> binding,
    DesiredCache desired,
    ObservedCache observed,
    IntentRecord recorded) {

  static CacheFacts of(
      Desired desired, DesiredCache cache, Observed observed, IntentRecord recorded) {
    return new CacheFacts(
        desired.environment(),
        desired.vpcId(),
        desired.deletionConfirmed(),
        desired.backend() == DataBackend.ACK,
        StoreGroups.of(desired, observed, SecurityGroupRole.CACHE),
        StoreBinding.of(desired, observed, SecurityGroupRole.CACHE, cache.custody(), recorded),
        cache,
        observed.cache(),
        recorded);
  }

  /** Snapshots are listed for deletions only, and matter to no other plan. */
  boolean isUnseen() {
    return Stream.of(observed.group(), observed.subnetGroup(), observed.parameterGroup())
        .anyMatch(Sighting.Unseen.class::isInstance);
  }

  /** A snapshot that nobody looked for is not one that is missing. */
  boolean isUnseenForDeletion() {
    return isUnseen()
        || (!desired.custody().released()
            && desired.deletionPolicy() == DeletionPolicy.SNAPSHOT
            && observed.finalSnapshot() instanceof Sighting.Unseen<?>);
  }

  Corrections corrections() {
    return recorded.corrections(Component.CACHE);
  }

  boolean wasEstablished() {
    return recorded.established().contains(groupRef());
  }

  boolean owns(ReplicationGroup group) {
    return Ownership.owns(environment, group.tags());
  }

  /** It is the environment's, and was not given up. */
  boolean holds(ReplicationGroup group) {
    return Ownership.holds(environment, group.tags());
  }

  /** The group that has to be taken over before anything of it is changed. */
  Optional<ReplicationGroup> toTakeOver() {
    return observed
        .group()
        .found()
        .filter(it -> desired.custody().takesOver(environment, it.tags()));
  }

  /** The same with another picture of the group. */
  CacheFacts with(ReplicationGroup group) {
    return new CacheFacts(
        environment,
        vpcId,
        deletionConfirmed,
        copiesFirst,
        groups,
        binding,
        desired,
        observed.with(Sighting.present(group)),
        recorded);
  }

  ResourceRef groupRef() {
    return new ResourceRef(ResourceKind.REPLICATION_GROUP, desired.identifier());
  }

  OwnedResource owned(ReplicationGroup group) {
    return new OwnedResource(groupRef(), group.arn(), group.tags());
  }

  OwnedResource owned(SubnetGroup group) {
    return new OwnedResource(
        new ResourceRef(ResourceKind.CACHE_SUBNET_GROUP, group.name()), group.arn(), group.tags());
  }

  OwnedResource owned(ParameterGroup group) {
    return new OwnedResource(
        new ResourceRef(ResourceKind.CACHE_PARAMETER_GROUP, group.name()),
        group.arn(),
        group.tags());
  }

  /** What is wanted of the parameters; empty where they are left alone. */
  Optional<Map<String, String>> wantedParameters() {
    return desired.custody().adopted() ? Optional.empty() : desired.parameters().values();
  }

  /**
   * What bears a name of ours, in the order in which it is reported. An adopted group bears a name
   * of its own, and stays in a subnet group of its own.
   */
  List<OwnedResource> resources() {
    if (desired.custody().adopted()) {
      return List.of();
    }
    return Stream.of(
            observed.group().found().map(this::owned),
            observed.subnetGroup().found().map(this::owned),
            observed.parameterGroup().found().map(this::owned))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The tags of ownership, without the one that follows the token. */
  Map<String, String> ownershipTags() {
    var tags = new HashMap<>(desired.tags());
    tags.remove(Ownership.CREDENTIALS);
    return tags;
  }
}
