package io.appenv.operator.dependent;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.workload.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Ignore;
import io.javaoperatorsdk.operator.api.reconciler.dependent.GarbageCollected;
import io.javaoperatorsdk.operator.processing.dependent.BulkUpdater;
import io.javaoperatorsdk.operator.processing.dependent.Creator;
import io.javaoperatorsdk.operator.processing.dependent.KubernetesBulkDependentResource;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.KubernetesDependentResource;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.Mappers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All objects of one kind that an environment has. They are applied server-side and owned by the
 * environment; those no longer wanted are deleted.
 *
 * <p>An object of that name that somebody else made is not taken over: creation is conditional, and
 * Kubernetes answers with a conflict.
 */
@Ignore
abstract class EnvironmentDependent<R extends HasMetadata>
    extends KubernetesDependentResource<R, AppEnvironment>
    implements KubernetesBulkDependentResource<R, AppEnvironment>,
        Creator<R, AppEnvironment>,
        BulkUpdater<R, AppEnvironment>,
        GarbageCollected<AppEnvironment> {

  EnvironmentDependent(Class<R> type) {
    super(type);
  }

  /** What the environment shall have of this kind, a pure function of the blueprint. */
  protected abstract Stream<R> wanted(Blueprint blueprint);

  @Override
  public Map<ResourceID, R> desiredResources(
      AppEnvironment environment, Context<AppEnvironment> context) {
    var desired = new LinkedHashMap<ResourceID, R>();
    wanted(BlueprintContext.get(context))
        .forEach(resource -> desired.put(ResourceID.fromResource(resource), resource));
    return desired;
  }

  /** For every kind, Secrets included, which the SDK would otherwise update as a whole. */
  @Override
  protected boolean useSSA(Context<AppEnvironment> context) {
    return true;
  }

  /** Built here and not from annotations, which know neither this selector nor this store. */
  @Override
  protected InformerEventSource<R, AppEnvironment> createEventSource(
      EventSourceContext<AppEnvironment> context) {
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(resourceType(), AppEnvironment.class)
            .withName(name())
            .withSecondaryToPrimaryMapper(Mappers.fromOwnerReferences(AppEnvironment.class, false))
            .withLabelSelector(Labels.INFORMER_SELECTOR)
            .withItemStore(new PackedStore<>(resourceType(), FieldOwnership::onlyApplied))
            .build(),
        context);
  }
}
