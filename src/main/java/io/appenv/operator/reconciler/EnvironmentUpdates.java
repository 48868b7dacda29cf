package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.resolver.ChangeControls;
import io.javaoperatorsdk.operator.processing.event.source.filter.OnUpdateFilter;
import java.util.Objects;

/**
 * Which changes of a stored environment call for a pass: those of the spec, the finalizer, the
 * deletion mark, and the approval, which is an annotation and raises no generation. The operator's
 * own status is none of them.
 */
public final class EnvironmentUpdates implements OnUpdateFilter<AppEnvironment> {

  @Override
  public boolean accept(AppEnvironment after, AppEnvironment before) {
    return !Objects.equals(
            after.getMetadata().getGeneration(), before.getMetadata().getGeneration())
        || !before.hasFinalizer(AppEnvironmentReconciler.FINALIZER)
        || !after.hasFinalizer(AppEnvironmentReconciler.FINALIZER)
        || (after.isMarkedForDeletion() && !before.isMarkedForDeletion())
        || !ChangeControls.annotated(after).equals(ChangeControls.annotated(before));
  }
}
