package io.appenv.operator.database;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Corrections;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Observed.ObservedDatabase;
import io.appenv.operator.model.OwnedResource;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.ParameterGroup;
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
 * Everything the steps of a database plan may look at.
 *
 * @param clients names of the tiers that use it, in order
 * @param groups what it is created with
 * @param binding what it carries afterwards; empty where that is no matter of the operator
 */
record DatabaseFacts(
    EnvironmentId environment,
    Optional<String> vpcId,
    boolean deletionConfirmed,
    List<String> clients,
    StoreGroups groups,
    Optional<StoreBinding> binding,
    DesiredDatabase desired,
    ObservedDatabase observed,
    IntentRecord recorded) {

  static DatabaseFacts of(
      Desired desired, DesiredDatabase database, Observed observed, IntentRecord recorded) {
    return new DatabaseFacts(
        desired.environment(),
        desired.vpcId(),
        desired.deletionConfirmed(),
        desired.tiers().stream()
            .filter(it -> it.uses().contains(DesiredTier.Use.DATABASE))
            .map(DesiredTier::name)
            .sorted()
            .toList(),
        StoreGroups.of(desired, observed, SecurityGroupRole.DATABASE),
        StoreBinding.of(
            desired, observed, SecurityGroupRole.DATABASE, database.custody(), recorded),
        database,
        observed.database(),
        recorded);
  }

  /** Snapshots are listed for deletions only, and matter to no other plan. */
  boolean isUnseen() {
    return Stream.of(observed.instance(), observed.subnetGroup(), observed.parameterGroup())
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
    return recorded.corrections(Component.DATABASE);
  }

  /** Where an instance differs from what is desired, but for what is left as it is found. */
  InstanceDiff diff(DatabaseInstance instance) {
    return InstanceDiff.of(instance, desired, corrections().left());
  }

  /** Whether this field stays as it is found. */
  boolean leaves(String field) {
    return corrections().left().contains(field);
  }

  boolean wasEstablished() {
    return recorded.established().contains(instanceRef());
  }

  /** An engine of another major version has parameters of another family. */
  boolean isOtherFamily() {
    return observed
        .instance()
        .found()
        .filter(it -> desired.isOtherFamilyThan(it.engineVersion()))
        .isPresent();
  }

  /** The declared parameter group is, or will be, that of the instance. */
  boolean takesParameters() {
    return !isOtherFamily() || UpgradePath.of(this) instanceof UpgradePath.Open;
  }

  boolean owns(DatabaseInstance instance) {
    return Ownership.owns(environment, instance.tags());
  }

  /** It is the environment's, and was not given up. */
  boolean holds(DatabaseInstance instance) {
    return Ownership.holds(environment, instance.tags());
  }

  /** The instance that has to be taken over before anything of it is changed. */
  Optional<DatabaseInstance> toTakeOver() {
    return observed
        .instance()
        .found()
        .filter(it -> desired.custody().takesOver(environment, it.tags()));
  }

  /** The same with another picture of the instance. */
  DatabaseFacts with(DatabaseInstance instance) {
    return new DatabaseFacts(
        environment,
        vpcId,
        deletionConfirmed,
        clients,
        groups,
        binding,
        desired,
        observed.with(Sighting.present(instance)),
        recorded);
  }

  ReplacementStage replacement() {
    return ReplacementStage.of(environment, observed);
  }

  ResourceRef instanceRef() {
    return new ResourceRef(ResourceKind.DATABASE_INSTANCE, desired.identifier());
  }

  OwnedResource owned(DatabaseInstance instance) {
    return new OwnedResource(
        new ResourceRef(ResourceKind.DATABASE_INSTANCE, instance.identifier()),
        instance.arn(),
        instance.tags());
  }

  OwnedResource owned(SubnetGroup group) {
    return new OwnedResource(
        new ResourceRef(ResourceKind.DATABASE_SUBNET_GROUP, group.name()),
        group.arn(),
        group.tags());
  }

  OwnedResource owned(ParameterGroup group) {
    return new OwnedResource(
        new ResourceRef(ResourceKind.DATABASE_PARAMETER_GROUP, group.name()),
        group.arn(),
        group.tags());
  }

  /**
   * What bears a name of ours, in the order in which it is reported. An adopted instance bears a
   * name of its own, and stays in groups of its own.
   */
  List<OwnedResource> resources() {
    if (desired.custody().adopted()) {
      return List.of();
    }
    return Stream.of(
            observed.instance().found().map(this::owned),
            observed.subnetGroup().found().map(this::owned),
            observed.parameterGroup().found().map(this::owned))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The tags of ownership, without the one that follows the password. */
  Map<String, String> ownershipTags() {
    var tags = new HashMap<>(desired.tags());
    tags.remove(Ownership.CREDENTIALS);
    return tags;
  }
}
