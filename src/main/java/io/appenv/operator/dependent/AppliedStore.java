package io.appenv.operator.dependent;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.javaoperatorsdk.operator.processing.event.source.informer.TransformingItemStore;
import java.util.List;

/**
 * An informer's store without the field ownership of other controllers, which is most of a
 * Deployment's size. Ours stays: by it the server-side apply matcher tells drift from defaults.
 */
final class AppliedStore<R extends HasMetadata> extends TransformingItemStore<R> {

  AppliedStore() {
    super(AppliedStore::withoutForeignOwnership);
  }

  private static <R extends HasMetadata> R withoutForeignOwnership(R resource) {
    var metadata = resource.getMetadata();
    metadata.setManagedFields(applied(metadata.getManagedFields()));
    return resource;
  }

  private static List<ManagedFieldsEntry> applied(List<ManagedFieldsEntry> entries) {
    return entries.stream().filter(entry -> "Apply".equals(entry.getOperation())).toList();
  }
}
