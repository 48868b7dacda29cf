package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.ResourceStatus;
import io.appenv.operator.model.Approval;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.model.Sighting;
import io.appenv.operator.status.SeenResources.Seen;
import java.time.Instant;
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
    intended.forEach(
        ref -> rows.computeIfAbsent(ref, missing -> InventoryRow.intent(missing, now)));
    return status.intending(
        listed(rows, status.inventory()), ApprovalRecord.write(approvals), reached);
  }

  static List<ResourceStatus> update(
      List<ResourceStatus> former, StatusInput input, Desired desired, Instant now) {
    var rows = byRef(former);
    var seen = SeenResources.of(desired, input.observed(), input.leftovers());
    seen.named()
        .forEach(
            (ref, sighting) ->
                row(ref, rows.get(ref), sighting, input.deleting() || isReplaced(ref, desired), now)
                    .map(it -> InventoryRow.withPolicy(it, ref, desired))
                    .ifPresent(it -> rows.put(ref, it)));
    seen.others().forEach((ref, sighting) -> follow(rows, ref, sighting, now));
    return listed(rows, former);
  }

  /** The instance that a copy has replaced goes in the end. */
  private static boolean isReplaced(ResourceRef ref, Desired desired) {
    return ref.kind() == ResourceKind.DATABASE_INSTANCE
        && desired
            .database()
            .filter(it -> it.replacement().former().equals(ref.name()))
            .isPresent();
  }

  private static Optional<ResourceStatus> row(
      ResourceRef ref,
      @Nullable ResourceStatus before,
      Sighting<Seen> sighting,
      boolean removed,
      Instant now) {
    return switch (sighting) {
      case Sighting.Present<Seen>(var seen) ->
          Optional.of(
              InventoryRow.seen(before == null ? InventoryRow.intent(ref, now) : before, seen));
      case Sighting.Absent<Seen> _ ->
          Optional.ofNullable(before).map(it -> InventoryRow.gone(it, removed ? DELETED : MISSING));
      case Sighting.Unseen<Seen> _ -> Optional.ofNullable(before);
    };
  }

  /** What the spec does not name goes off the record with it, but for data that was there. */
  private static void follow(
      Map<ResourceRef, ResourceStatus> rows,
      ResourceRef ref,
      Sighting<Seen> sighting,
      Instant now) {
    switch (sighting) {
      case Sighting.Present<Seen>(var seen) -> {
        var row = Optional.ofNullable(rows.get(ref)).orElseGet(() -> InventoryRow.intent(ref, now));
        rows.put(ref, InventoryRow.seen(row, seen));
      }
      case Sighting.Absent<Seen> _ ->
          rows.computeIfPresent(ref, (_, row) -> isRemembered(ref, row) ? row : null);
      case Sighting.Unseen<Seen> _ -> {}
    }
  }

  private static boolean isRemembered(ResourceRef ref, ResourceStatus row) {
    return InventoryRow.wasThere(row)
        && (ref.kind() == ResourceKind.DATABASE_INSTANCE
            || ref.kind() == ResourceKind.REPLICATION_GROUP
            || ref.kind() == ResourceKind.BUCKET);
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
