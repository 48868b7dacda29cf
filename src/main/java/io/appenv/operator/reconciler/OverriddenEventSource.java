package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.ScaleOverride;
import io.appenv.operator.dependent.PackedStore;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.Set;
import java.util.stream.Collectors;

/** Watches the environments that overrides name, for their pods and for what becomes of them. */
final class OverriddenEventSource {

  private OverriddenEventSource() {}

  static InformerEventSource<AppEnvironment, ScaleOverride> create(
      EventSourceContext<ScaleOverride> context) {
    var store = new PackedStore<>(AppEnvironment.class, OverriddenParts::of);
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(AppEnvironment.class, ScaleOverride.class)
            .withName("overridden-environments")
            .<ScaleOverride>withPrimaryToSecondaryMapper(OverriddenEventSource::environment)
            .withSecondaryToPrimaryMapper(environment -> overrides(environment, context))
            .withItemStore(store)
            .withInformerListLimit(PackedStore.PAGE)
            .withOnUpdateFilter(store::isChange)
            .build(),
        context);
  }

  static Set<ResourceID> environment(ScaleOverride override) {
    return override.getSpec() == null
        ? Set.of()
        : Set.of(
            new ResourceID(
                override.getSpec().environment(), override.getMetadata().getNamespace()));
  }

  private static Set<ResourceID> overrides(
      AppEnvironment environment, EventSourceContext<ScaleOverride> context) {
    var id = ResourceID.fromResource(environment);
    return context
        .getPrimaryCache()
        .list(environment.getMetadata().getNamespace(), it -> environment(it).contains(id))
        .map(ResourceID::fromResource)
        .collect(Collectors.toUnmodifiableSet());
  }
}
