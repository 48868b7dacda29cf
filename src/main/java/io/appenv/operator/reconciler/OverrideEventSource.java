package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.ScaleOverride;
import io.appenv.operator.dependent.FieldOwnership;
import io.appenv.operator.dependent.PackedStore;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.Set;

/** Watches the overrides of environments. What is said of one in its status is no news to them. */
final class OverrideEventSource {

  private OverrideEventSource() {}

  static InformerEventSource<ScaleOverride, AppEnvironment> create(
      EventSourceContext<AppEnvironment> context) {
    var store = new PackedStore<>(ScaleOverride.class, OverrideEventSource::withoutStatus);
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(ScaleOverride.class, AppEnvironment.class)
            .withName("scale-overrides")
            .withSecondaryToPrimaryMapper(OverrideEventSource::environment)
            .withItemStore(store)
            .withInformerListLimit(PackedStore.PAGE)
            .withOnUpdateFilter(store::isChange)
            .build(),
        context);
  }

  private static ScaleOverride withoutStatus(ScaleOverride override) {
    override.setStatus(null);
    return FieldOwnership.none(override);
  }

  private static Set<ResourceID> environment(ScaleOverride override) {
    return override.getSpec() == null
        ? Set.of()
        : Set.of(
            new ResourceID(
                override.getSpec().environment(), override.getMetadata().getNamespace()));
  }
}
