package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.dependent.PackedStore;
import io.appenv.operator.ingress.KnownClasses;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The controllers of Ingresses that the cluster has, as it tells by its IngressClasses. */
@ApplicationScoped
class IngressClasses {

  private volatile @Nullable InformerEventSource<IngressClass, AppEnvironment> source;

  EventSource<?, AppEnvironment> watch(EventSourceContext<AppEnvironment> context) {
    var watched =
        new InformerEventSource<>(
            InformerEventSourceConfiguration.from(IngressClass.class, AppEnvironment.class)
                .withName("ingress-classes")
                .withSecondaryToPrimaryMapper(_ -> reached(context))
                .withInformerListLimit(PackedStore.PAGE)
                .build(),
            context);
    source = watched;
    return watched;
  }

  /** A class that comes or goes matters to all environments that have a way in. */
  private static Set<ResourceID> reached(EventSourceContext<AppEnvironment> context) {
    return context
        .getPrimaryCache()
        .list(environment -> IngressHosts.wanted(environment).isPresent())
        .map(ResourceID::fromResource)
        .collect(Collectors.toSet());
  }

  KnownClasses known() {
    return KnownClasses.of(
        Optional.ofNullable(source).map(it -> it.list(_ -> true).toList()).orElseGet(List::of));
  }
}
