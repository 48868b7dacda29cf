package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.observability.EventPublisher;
import io.appenv.operator.status.Transitions;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes status by server-side apply, and only when it says something new; then publishes what has
 * changed as events. The patch carries no resource version: the status is the operator's alone, and
 * a change of the spec by somebody else is no reason to write it again.
 */
@ApplicationScoped
class StatusWriter {

  private static final PatchContext APPLY =
      new PatchContext.Builder()
          .withPatchType(PatchType.SERVER_SIDE_APPLY)
          .withFieldManager(AppEnvironmentReconciler.FIELD_MANAGER)
          .withForce(true)
          .build();

  private final KubernetesClient client;
  private final EventPublisher events;

  /** What was written last, until the informer shows it or something later. */
  private final Map<String, Written> written = new ConcurrentHashMap<>();

  private record Written(long resourceVersion, AppEnvironmentStatus status) {}

  StatusWriter(KubernetesClient client, EventPublisher events) {
    this.client = client;
    this.events = events;
  }

  /** Gives a copy that the informer's cache made the status that is stored by now. */
  void refresh(AppEnvironment environment) {
    var last = written.get(environment.getMetadata().getUid());
    if (last == null) {
      return;
    }
    if (last.resourceVersion() > resourceVersion(environment)) {
      environment.setStatus(last.status());
    } else {
      written.remove(environment.getMetadata().getUid(), last);
    }
  }

  /** Writes a status that differs from the environment's, which then has it. */
  void writeIfChanged(AppEnvironment environment, AppEnvironmentStatus status) {
    if (!status.equals(environment.getStatus())) {
      write(environment, status);
    }
  }

  /**
   * Writes a status, new or not, and tells whether the stored environment is still the one at hand.
   * A watch that lags, or a list that was read from a lagging API server, may show one that has
   * meanwhile gone, is being deleted, or has another spec.
   */
  boolean writeIfCurrent(AppEnvironment environment, AppEnvironmentStatus status) {
    return write(environment, status).filter(stored -> isAsAtHand(stored, environment)).isPresent();
  }

  private static boolean isAsAtHand(AppEnvironment stored, AppEnvironment atHand) {
    return stored.isMarkedForDeletion() == atHand.isMarkedForDeletion()
        && Objects.equals(
            stored.getMetadata().getGeneration(), atHand.getMetadata().getGeneration());
  }

  /**
   * What is stored then; empty where the environment is gone for good, and nobody is left to tell.
   */
  private Optional<AppEnvironment> write(AppEnvironment environment, AppEnvironmentStatus status) {
    var before = environment.getStatus();
    AppEnvironment stored;
    try {
      stored = send(environment, patch(environment, status));
    } catch (KubernetesClientException refused) {
      if (refused.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return Optional.empty();
      }
      if (environment.unreadableField().isPresent()) {
        // Where the rest of the object bars its status, events are all that can be said.
        publish(environment, before, status);
      }
      throw refused;
    }
    written.put(environment.getMetadata().getUid(), new Written(resourceVersion(stored), status));
    environment.setStatus(status);
    publish(environment, before, status);
    return Optional.of(stored);
  }

  private void publish(
      AppEnvironment environment,
      @Nullable AppEnvironmentStatus before,
      AppEnvironmentStatus status) {
    Transitions.between(before, status)
        .forEach(it -> events.publish(environment, it.type(), it.reason(), it.message()));
  }

  /** Server-side apply needs a stored object of the definition's types; a merge patch does not. */
  private AppEnvironment send(AppEnvironment environment, AppEnvironment patch) {
    var resource = client.resource(patch).subresource("status");
    return environment.unreadableField().isEmpty()
        ? resource.patch(APPLY)
        : resource.patch(PatchContext.of(PatchType.JSON_MERGE), Serialization.asJson(patch));
  }

  void forget(AppEnvironment environment) {
    written.remove(environment.getMetadata().getUid());
  }

  /** Comparable as numbers, which Kubernetes promises since 1.35 and etcd always gave. */
  private static long resourceVersion(AppEnvironment environment) {
    return Long.parseLong(environment.getMetadata().getResourceVersion());
  }

  /**
   * A fresh object with nothing but identity and status: applying a fetched one would claim, and
   * later drop, fields and finalizers that belong to others. The UID keeps it from being taken for
   * a later environment of the same name.
   */
  private static AppEnvironment patch(AppEnvironment environment, AppEnvironmentStatus status) {
    var patch = new AppEnvironment();
    patch.setMetadata(
        new ObjectMetaBuilder()
            .withName(environment.getMetadata().getName())
            .withNamespace(environment.getMetadata().getNamespace())
            .withUid(environment.getMetadata().getUid())
            .build());
    patch.setStatus(status);
    return patch;
  }
}
