package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AwsBackend;
import io.appenv.operator.api.v1alpha1.AwsSpec;
import io.appenv.operator.model.DataBackend;
import io.appenv.operator.model.DeletionPolicy;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.DesiredPeer;
import io.appenv.operator.model.DesiredSecurityGroup;
import io.appenv.operator.model.DesiredSecurityGroups;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the data stores of one environment live, and what they are called there. */
record Placement(
    EnvironmentId environment, Stage stage, DataBackend backend, Set<String> subnetIds) {

  Placement {
    subnetIds = Set.copyOf(subnetIds);
  }

  /** A stage that has no place in AWS has its data stores in the cluster. */
  static DataBackend backend(Stage stage, @Nullable AwsSpec aws) {
    if (stage == Stage.DEVELOPMENT) {
      return DataBackend.IN_CLUSTER;
    }
    return aws != null && aws.backend() == AwsBackend.ACK ? DataBackend.ACK : DataBackend.AWS;
  }

  boolean onAws() {
    return backend().isOnAws();
  }

  String databaseIdentifier() {
    return onAws() ? names().base() : environment.name() + "-postgresql";
  }

  String cacheIdentifier() {
    return onAws() ? names().base() : environment.name() + "-valkey";
  }

  /** A name that is globally unique as far as the hash in it is. */
  String bucket() {
    return names().bucket();
  }

  /** Empty in the cluster, where there are no subnet or parameter groups. */
  String groupName() {
    return onAws() ? names().base() : "";
  }

  /** None in the cluster, where network policies are all there is. */
  List<DesiredSecurityGroup> securityGroups(
      List<DesiredTier> tiers,
      Optional<DesiredDatabase> database,
      Optional<DesiredCache> cache,
      Optional<DesiredIngress> ingress,
      List<DesiredPeer> peers,
      boolean carried) {
    return onAws()
        ? new DesiredSecurityGroups(
                names().base(), internet(ingress), peers, Ownership.tags(environment), carried)
            .of(tiers, database, cache)
        : List.of();
  }

  private static List<String> internet(Optional<DesiredIngress> ingress) {
    return ingress
        .flatMap(DesiredIngress::balancer)
        .map(DesiredIngress.DesiredBalancer::allowedCidrs)
        .filter(ranges -> !ranges.isEmpty())
        .orElse(DesiredSecurityGroups.ANYWHERE);
  }

  /** Empty in the cluster, as the others. */
  String parameterGroup(String version) {
    return onAws() ? DesiredDatabase.parameterGroup(names().base(), version) : "";
  }

  /** Empty in the cluster, where there are no snapshots. */
  String upgradeSnapshot(String version) {
    return onAws() ? names().upgradeSnapshot(version) : "";
  }

  /** What the names of the snapshots begin with that copies of the database are made of. */
  String replacementSnapshots() {
    return onAws() ? names().replacementSnapshots() : "";
  }

  /** Empty in the cluster, where there are no snapshots. */
  String finalSnapshot() {
    return onAws() ? names().finalSnapshot() : "";
  }

  Map<String, String> tags(Optional<String> credentials) {
    var tags = new TreeMap<>(Ownership.tags(environment));
    credentials.ifPresent(uid -> tags.put(Ownership.CREDENTIALS, uid));
    return tags;
  }

  DeletionPolicy deletionPolicy(
      Problems problems,
      String field,
      io.appenv.operator.api.v1alpha1.@Nullable DeletionPolicy policy) {
    return switch (policy) {
      case Snapshot -> snapshot(problems, field);
      case Retain -> DeletionPolicy.RETAIN;
      case Delete -> DeletionPolicy.DELETE;
      case null -> DeletionPolicy.RETAIN;
    };
  }

  private DeletionPolicy snapshot(Problems problems, String field) {
    if (onAws()) {
      return DeletionPolicy.SNAPSHOT;
    }
    problems.add(
        field
            + ".deletionPolicy is Snapshot, but data stores in the cluster take no snapshots;"
            + " write Retain or Delete");
    return DeletionPolicy.RETAIN;
  }

  private AwsNames names() {
    return AwsNames.of(
        environment.cluster(), environment.namespace(), environment.name(), environment.uid());
  }
}
