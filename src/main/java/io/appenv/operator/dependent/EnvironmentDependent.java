package io.appenv.operator.dependent;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.model.Blueprint;
import io.appenv.operator.workload.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Ignore;
import io.javaoperatorsdk.operator.api.reconciler.dependent.GarbageCollected;
import io.javaoperatorsdk.operator.processing.dependent.BulkUpdater;
import io.javaoperatorsdk.operator.processing.dependent.Creator;
import io.javaoperatorsdk.operator.processing.dependent.KubernetesBulkDependentResource;
import io.javaoperatorsdk.operator.processing.dependent.Matcher;
import io.javaoperatorsdk.operator.processing.dependent.kubernetes.KubernetesDependentResource;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.Mappers;
import java.net.HttpURLConnection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  private static final int UNPROCESSABLE = 422;

  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager("appenv-operator")
          .withForce(true)
          .build();

  EnvironmentDependent(Class<R> type) {
    super(type);
  }

  /** What the environment shall have of this kind, a pure function of the blueprint. */
  protected abstract Stream<R> wanted(Blueprint blueprint);

  @Override
  public Map<ResourceID, R> desiredResources(
      AppEnvironment environment, Context<AppEnvironment> context) {
    var blueprint = BlueprintContext.get(context);
    var desired = new LinkedHashMap<ResourceID, R>();
    wanted(blueprint)
        .filter(resource -> !isHeld(resource, blueprint))
        .forEach(resource -> desired.put(ResourceID.fromResource(resource), resource));
    getSecondaryResources(environment, context)
        .forEach(
            (id, resource) -> {
              if (isHeld(resource, blueprint)) {
                desired.put(id, resource);
              }
            });
    return desired;
  }

  /** What is held is wanted as it is: neither made, changed nor deleted. */
  protected boolean isHeld(HasMetadata resource, Blueprint blueprint) {
    return Labels.tierOf(resource).filter(blueprint.heldTiers()::contains).isPresent();
  }

  @Override
  public Matcher.Result<R> match(
      R actual, R desired, AppEnvironment environment, Context<AppEnvironment> context) {
    return isHeld(actual, BlueprintContext.get(context))
        ? Matcher.Result.nonComputed(true)
        : super.match(actual, desired, environment, context);
  }

  /** An object as the informer keeps it; may change what it is given. */
  protected R reduced(R resource) {
    return FieldOwnership.onlyApplied(resource);
  }

  /** For every kind, Secrets included, which the SDK would otherwise update as a whole. */
  @Override
  protected boolean useSSA(Context<AppEnvironment> context) {
    return true;
  }

  /**
   * Creation is conditional, so that nobody's object is taken over; one that is the environment's
   * own and only lost the label by which the informer finds it is applied again.
   */
  @Override
  public R create(R desired, AppEnvironment environment, Context<AppEnvironment> context) {
    try {
      return super.create(desired, environment, context);
    } catch (KubernetesClientException conflict) {
      if (conflict.getCode() != HttpURLConnection.HTTP_CONFLICT
          || !isOwned(context.getClient().resource(desired).get(), environment)) {
        throw conflict;
      }
      desired.getMetadata().setResourceVersion(null);
      return context.getClient().resource(desired).patch(APPLY);
    }
  }

  private static boolean isOwned(@Nullable HasMetadata found, AppEnvironment environment) {
    return found != null
        && found.getMetadata().getOwnerReferences().stream()
            .anyMatch(owner -> owner.getUid().equals(environment.getMetadata().getUid()));
  }

  /**
   * Server-side apply merges lists such as ports by their key, so what somebody made of an entry
   * can stay beside ours, and both together be refused. A merge patch puts whole lists in their
   * place.
   */
  @Override
  public R update(
      R actual, R desired, AppEnvironment environment, Context<AppEnvironment> context) {
    try {
      return super.update(actual, desired, environment, context);
    } catch (KubernetesClientException refused) {
      if (refused.getCode() != UNPROCESSABLE) {
        throw refused;
      }
      desired.getMetadata().setResourceVersion(null);
      return context
          .getClient()
          .resource(desired)
          .patch(PatchContext.of(PatchType.JSON_MERGE), Serialization.asJson(desired));
    }
  }

  /** Built here and not from annotations, which know neither this selector nor this store. */
  @Override
  protected InformerEventSource<R, AppEnvironment> createEventSource(
      EventSourceContext<AppEnvironment> context) {
    var store = new PackedStore<>(resourceType(), this::reduced);
    return new InformerEventSource<>(
        InformerEventSourceConfiguration.from(resourceType(), AppEnvironment.class)
            .withName(name())
            .withSecondaryToPrimaryMapper(Mappers.fromOwnerReferences(AppEnvironment.class, false))
            .withLabelSelector(Labels.INFORMER_SELECTOR)
            .withItemStore(store)
            .withInformerListLimit(PackedStore.PAGE)
            .withOnUpdateFilter(store::isChange)
            .build(),
        context);
  }
}
