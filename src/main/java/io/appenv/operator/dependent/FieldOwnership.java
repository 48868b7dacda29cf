package io.appenv.operator.dependent;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.util.List;

/** Who wrote which field: most of the size of a stored object. */
public final class FieldOwnership {

  private FieldOwnership() {}

  /** Leaves what was applied: by it the server-side apply matcher tells drift from defaults. */
  static <R extends HasMetadata> R onlyApplied(R resource) {
    var metadata = resource.getMetadata();
    metadata.setManagedFields(applied(metadata.getManagedFields()));
    return resource;
  }

  /** Leaves nothing, for objects that are never matched. */
  public static <R extends HasMetadata> R none(R resource) {
    resource.getMetadata().setManagedFields(List.of());
    return resource;
  }

  private static List<ManagedFieldsEntry> applied(List<ManagedFieldsEntry> entries) {
    return entries.stream().filter(entry -> "Apply".equals(entry.getOperation())).toList();
  }
}
