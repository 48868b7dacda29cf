package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.dependent.PackedStore;
import io.appenv.operator.workload.Labels;
import io.appenv.operator.workload.PodSummary;
import io.fabric8.kubernetes.api.model.Pod;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.Set;

/** Watches the pods of tiers for why they do not run, and keeps only that of them in memory. */
final class PodEventSource {

  private PodEventSource() {}

  static InformerEventSource<Pod, AppEnvironment> create(
      EventSourceContext<AppEnvironment> context) {
    var store = new PackedStore<>(Pod.class, PodSummary::of);
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(Pod.class, AppEnvironment.class)
            .withName("pods")
            .withLabelSelector(Labels.INFORMER_SELECTOR)
            .withSecondaryToPrimaryMapper(PodEventSource::environment)
            .withItemStore(store)
            .withInformerListLimit(PackedStore.PAGE)
            .withOnUpdateFilter(store::isChange)
            .build(),
        context);
  }

  private static Set<ResourceID> environment(Pod pod) {
    var name = pod.getMetadata().getLabels().get(Labels.ENVIRONMENT);
    return name == null ? Set.of() : Set.of(new ResourceID(name, pod.getMetadata().getNamespace()));
  }
}
