package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.observability.EventPublisher;
import io.appenv.operator.resolver.Unreadable;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.api.reconciler.RetryInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.Map;

/**
 * Tells of environments whose finalizer the API server refuses. The SDK makes no pass without it,
 * asks for no status, and only tries again; as an observer of its metrics one learns of that. Such
 * an environment has nothing yet, so an event is enough.
 */
@ApplicationScoped
@Typed(RefusedFinalizers.class)
class RefusedFinalizers implements Metrics {

  private final EventPublisher events;

  RefusedFinalizers(EventPublisher events) {
    this.events = events;
  }

  @Override
  public void reconciliationFailed(
      HasMetadata resource, RetryInfo retry, Exception error, Map<String, Object> metadata) {
    if (resource instanceof AppEnvironment environment
        && !environment.hasFinalizer(AppEnvironmentReconciler.FINALIZER)
        && !environment.isMarkedForDeletion()) {
      // The SDK holds the lock of all its events meanwhile, which a slow answer must not prolong.
      Thread.ofVirtual().start(() -> tell(environment, error));
    }
  }

  private void tell(AppEnvironment environment, Exception error) {
    var failure = Unreadable.of(environment).orElseGet(() -> KubernetesFailures.of(error));
    events.publish(environment, "Warning", failure.reason().word(), failure.message());
  }
}
