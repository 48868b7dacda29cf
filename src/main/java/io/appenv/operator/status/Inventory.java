package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.DeletionPolicy;
import io.appenv.operator.api.v1alpha1.ResourceStatus;
import io.appenv.operator.model.Approval;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.status.SeenResources.Seen;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The AWS resources of an environment, in the status. A row is written before the resource is
 * created, so that a pass after a crash knows what may exist; it stays when the resource is gone,
 * so that losing a data store is never taken for not having made it yet.
 */
public final class Inventory {

  static final String INTENDED = "Intended";
  static final String MISSING = "Missing";
  static final String DELETED = "Deleted";

  private Inventory() {}

  /** What earlier passes intended and what they saw to exist. */
  public static IntentRecord read(@Nullable AppEnvironmentStatus status) {
    return InventoryRecord.read(status);
  }

  /**
   * The status with a row for each resource that is about to be created, the approvals it is done
   * under, and the wishes that are reached, without those that have changed. To be stored before
   * the first of the calls is made. Rows that exist already stay as they are.
   */
  public static AppEnvironmentStatus withIntents(
      @Nullable AppEnvironmentStatus stored,
      List<ResourceRef> intended,
      List<Approval> approvals,
      Map<String, String> reached,
      Instant now) {
    var status = stored == null ? StatusFactory.NEW : stored;
    var rows = byRef(status.inventory());
    intended.forEach(ref -> rows.computeIfAbsent(ref, missing -> intent(missing, now)));
    return status.intending(
        listed(rows, status.inventory()), ApprovalRecord.write(approvals), reached);
  }

  static List<ResourceStatus> update(
      List<ResourceStatus> former, StatusInput input, Desired desired, Instant now) {
    var rows = byRef(former);
    SeenResources.of(desired, input.observed())
        .forEach(
            (ref, sighting) -> {
              var before = rows.get(ref);
              var removed = input.deleting() || isReplaced(ref, desired);
              var row = row(ref, before, sighting, removed, now);
              row.map(it -> withPolicy(it, ref, desired)).ifPresent(it -> rows.put(ref, it));
            });
    return listed(rows, former);
  }

  /** The parameter group of a former major version, or the instance that a copy has replaced. */
  private static boolean isReplaced(ResourceRef ref, Desired desired) {
    return switch (ref.kind()) {
      case DATABASE_PARAMETER_GROUP ->
          desired
              .database()
              .filter(it -> it.otherParameterGroups().contains(ref.name()))
              .isPresent();
      case DATABASE_INSTANCE ->
          desired.database().filter(it -> it.replacement().former().equals(ref.name())).isPresent();
      case DATABASE_SUBNET_GROUP,
          DATABASE_SNAPSHOT,
          CACHE_SUBNET_GROUP,
          CACHE_PARAMETER_GROUP,
          CACHE_SNAPSHOT,
          REPLICATION_GROUP,
          DEPLOYMENT,
          AUTOSCALER ->
          false;
    };
  }

  private static Optional<ResourceStatus> row(
      ResourceRef ref,
      @Nullable ResourceStatus before,
      Sighting<Seen> sighting,
      boolean removed,
      Instant now) {
    return switch (sighting) {
      case Sighting.Present<Seen> present ->
          Optional.of(seen(before == null ? intent(ref, now) : before, present.value()));
      case Sighting.Absent<Seen> _ -> Optional.ofNullable(before).map(it -> gone(it, removed));
      case Sighting.Unseen<Seen> _ -> Optional.ofNullable(before);
    };
  }

  private static ResourceStatus intent(ResourceRef ref, Instant now) {
    return new ResourceStatus(
        ref.kind().service(),
        ref.kind().apiName(),
        ref.name(),
        null,
        INTENDED,
        now.truncatedTo(ChronoUnit.SECONDS).toString(),
        false,
        null);
  }

  private static ResourceStatus seen(ResourceStatus row, Seen seen) {
    return new ResourceStatus(
        row.service(), row.kind(), row.name(), seen.arn(), seen.state(), row.since(), true, null);
  }

  private static ResourceStatus gone(ResourceStatus row, boolean removed) {
    if (!Boolean.TRUE.equals(row.observed())) {
      return row;
    }
    return new ResourceStatus(
        row.service(),
        row.kind(),
        row.name(),
        row.arn(),
        removed ? DELETED : MISSING,
        row.since(),
        true,
        null);
  }

  private static ResourceStatus withPolicy(ResourceStatus row, ResourceRef ref, Desired desired) {
    var policy =
        switch (ref.kind()) {
          case DATABASE_INSTANCE ->
              desired
                  .database()
                  .filter(it -> !it.custody().released())
                  .map(it -> it.deletionPolicy());
          case REPLICATION_GROUP ->
              desired.cache().filter(it -> !it.custody().released()).map(it -> it.deletionPolicy());
          case DATABASE_SUBNET_GROUP,
              DATABASE_PARAMETER_GROUP,
              DATABASE_SNAPSHOT,
              CACHE_SUBNET_GROUP,
              CACHE_PARAMETER_GROUP,
              CACHE_SNAPSHOT,
              DEPLOYMENT,
              AUTOSCALER ->
              Optional.<io.appenv.operator.model.DeletionPolicy>empty();
        };
    return new ResourceStatus(
        row.service(),
        row.kind(),
        row.name(),
        row.arn(),
        row.state(),
        row.since(),
        row.observed(),
        policy.map(Inventory::word).orElse(null));
  }

  private static String word(io.appenv.operator.model.DeletionPolicy policy) {
    return switch (policy) {
      case SNAPSHOT -> DeletionPolicy.Snapshot.name();
      case RETAIN -> DeletionPolicy.Retain.name();
      case DELETE -> DeletionPolicy.Delete.name();
    };
  }

  private static Map<ResourceRef, ResourceStatus> byRef(List<ResourceStatus> rows) {
    var known = new TreeMap<ResourceRef, ResourceStatus>(SeenResources.ORDER);
    rows.forEach(row -> InventoryRecord.ref(row).ifPresent(ref -> known.put(ref, row)));
    return known;
  }

  /** Rows of a kind this version does not know stay, at the end. */
  private static List<ResourceStatus> listed(
      Map<ResourceRef, ResourceStatus> rows, List<ResourceStatus> former) {
    var foreign = former.stream().filter(row -> InventoryRecord.ref(row).isEmpty());
    return Stream.concat(rows.values().stream(), foreign).toList();
  }
}
