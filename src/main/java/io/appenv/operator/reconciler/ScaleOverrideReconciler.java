package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.ScaleOverride;
import io.appenv.operator.api.v1alpha1.ScaleOverrideStatus;
import io.appenv.operator.dependent.PackedStore;
import io.appenv.operator.observability.EventPublisher;
import io.appenv.operator.scaling.OverrideNews;
import io.appenv.operator.scaling.OverrideStatuses;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.javaoperatorsdk.operator.api.config.informer.Informer;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.retry.GradualRetry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Says in the status of an override where it stands. What it brings about is the matter of the pass
 * of its environment; nothing has to be cleaned up when it is deleted.
 */
@ControllerConfiguration(
    name = ScaleOverrideReconciler.NAME,
    fieldManager = AppEnvironmentReconciler.FIELD_MANAGER,
    // As of environments: the SDK would lose what others write during a status patch.
    informer = @Informer(comparableResourceVersions = false, informerListLimit = PackedStore.PAGE))
@GradualRetry(
    maxAttempts = -1,
    initialInterval = 1_000,
    intervalMultiplier = 2,
    maxInterval = 60_000)
public class ScaleOverrideReconciler implements Reconciler<ScaleOverride> {

  public static final String NAME = "scaleoverride";

  /** What a timer counts in: one that fires early would only set another one. */
  private static final Duration TIMER = Duration.ofMillis(1);

  private final EventPublisher events;
  private final InstantSource clock;

  ScaleOverrideReconciler(EventPublisher events, InstantSource clock) {
    this.events = events;
    this.clock = clock;
  }

  @Override
  public List<EventSource<?, ScaleOverride>> prepareEventSources(
      EventSourceContext<ScaleOverride> context) {
    return List.of(OverriddenEventSource.create(context));
  }

  @Override
  public UpdateControl<ScaleOverride> reconcile(
      ScaleOverride override, Context<ScaleOverride> context) {
    var now = clock.instant();
    var environment = context.getSecondaryResource(AppEnvironment.class);
    var status = OverrideStatuses.create(override, environment, siblings(override, context), now);
    var control = written(override, status);
    if (control.isPatchStatus()) {
      OverrideNews.between(override.getStatus(), status)
          .forEach(news -> publish(news, override, environment));
    }
    next(override, now).ifPresent(control::rescheduleAfter);
    return control;
  }

  private static UpdateControl<ScaleOverride> written(
      ScaleOverride override, ScaleOverrideStatus status) {
    return status.equals(override.getStatus())
        ? UpdateControl.noUpdate()
        : UpdateControl.patchStatus(patch(override, status));
  }

  /** Those of its environment, itself included. */
  private static Collection<ScaleOverride> siblings(
      ScaleOverride override, Context<ScaleOverride> context) {
    var environment = OverriddenEventSource.environment(override);
    return context
        .getPrimaryCache()
        .list(
            override.getMetadata().getNamespace(),
            it -> OverriddenEventSource.environment(it).equals(environment))
        .toList();
  }

  private void publish(
      OverrideNews news, ScaleOverride override, Optional<AppEnvironment> environment) {
    events.publish(override, news.type(), news.reason(), news.message());
    environment.ifPresent(
        it ->
            events.publish(
                it,
                news.type(),
                news.reason(),
                "ScaleOverride %s: %s"
                    .formatted(override.getMetadata().getName(), news.message())));
  }

  private static Optional<Duration> next(ScaleOverride override, Instant now) {
    return OverrideStatuses.next(override, now)
        .map(next -> Duration.between(now, next).plus(TIMER));
  }

  /** A fresh object: with server-side apply everything that is sent is claimed. */
  private static ScaleOverride patch(ScaleOverride override, ScaleOverrideStatus status) {
    var patch = new ScaleOverride();
    patch.setMetadata(
        new ObjectMetaBuilder()
            .withName(override.getMetadata().getName())
            .withNamespace(override.getMetadata().getNamespace())
            .withUid(override.getMetadata().getUid())
            .build());
    patch.setStatus(status);
    return patch;
  }
}
