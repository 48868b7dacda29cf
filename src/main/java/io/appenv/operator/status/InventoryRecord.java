package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.ResourceStatus;
import io.appenv.operator.model.IntentRecord;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the inventory of a stored status back as the memory of earlier passes. */
public final class InventoryRecord {

  private InventoryRecord() {}

  /** What was intended and what was seen to exist; nothing for a status that is not there yet. */
  public static IntentRecord read(@Nullable AppEnvironmentStatus status) {
    if (status == null) {
      return IntentRecord.none();
    }
    return new IntentRecord(refs(status.inventory(), false), refs(status.inventory(), true));
  }

  /** Everything there is a row of. */
  public static Set<ResourceRef> refs(@Nullable AppEnvironmentStatus status) {
    return status == null
        ? Set.of()
        : status.inventory().stream()
            .flatMap(row -> ref(row).stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<ResourceRef> refs(List<ResourceStatus> rows, boolean observed) {
    return rows.stream()
        .filter(row -> Boolean.TRUE.equals(row.observed()) == observed)
        .flatMap(row -> ref(row).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Empty for a row that another version wrote of a kind that this one does not know. */
  static Optional<ResourceRef> ref(ResourceStatus row) {
    return Arrays.stream(ResourceKind.values())
        .filter(kind -> kind.service().equals(row.service()) && kind.apiName().equals(row.kind()))
        .findFirst()
        .map(kind -> new ResourceRef(kind, row.name()));
  }
}
