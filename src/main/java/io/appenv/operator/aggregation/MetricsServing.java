package io.appenv.operator.aggregation;

import io.appenv.operator.config.OperatorConfig;
import io.appenv.operator.config.OperatorConfig.ExternalMetrics;
import io.appenv.operator.requests.RequestBoard;
import io.appenv.operator.requests.RequestNews;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Begins to serve metrics when the first autoscaler wants some, and keeps everything that belongs
 * to it in order from then on. Passes are made by the leader of several replicas alone, so it is
 * the one that serves.
 */
@ApplicationScoped
public class MetricsServing {

  private static final Logger LOG = Logger.getLogger(MetricsServing.class);

  private static final Duration SETTLED = Duration.ofMinutes(1);
  private static final Duration UNSETTLED = Duration.ofSeconds(10);

  private final ExternalMetrics config;
  private final RequestNews news;
  private final InstantSource clock;
  private final Registration registration;
  private final ServingSecret secret;
  private final ServingPod pod;
  private final MetricsApi api;
  private final CurrentIdentity identity = new CurrentIdentity();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile ServingState state = new ServingState.Idle();
  private @Nullable MetricsListener listener;

  @Inject
  public MetricsServing(
      KubernetesClient client,
      OperatorConfig config,
      RequestBoard board,
      RequestNews news,
      InstantSource clock) {
    this.config = config.externalMetrics();
    this.news = news;
    this.clock = clock;
    this.registration = new Registration(client, this.config);
    this.secret = new ServingSecret(client, this.config.namespace(), this.config.service());
    this.pod = new ServingPod(client, this.config);
    this.api =
        new MetricsApi(
            new Authentication(client, clock),
            new Authorization(client, clock),
            new MetricValues(board));
  }

  /** A container that starts anew in its pod does not work yet, whatever it did before. */
  void started(@Observes StartupEvent event) {
    if (!config.enabled()) {
      return;
    }
    try {
      pod.rest();
    } catch (KubernetesClientException refused) {
      LOG.warnf("The operator's pod could not be labelled: %s", refused.getMessage());
    }
  }

  /** Called by whoever wants a number to be served; every call but the first costs nothing. */
  public void begin() {
    if (!begun.getAndSet(true)) {
      Thread.ofVirtual().name("external-metrics").start(this::run);
    }
  }

  public ServingState state() {
    return state;
  }

  private void run() {
    try {
      do {
        become(unharmed());
      } while (!ended.await(pause().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration pause() {
    return switch (state) {
      case ServingState.Serving _, ServingState.Taken _ -> SETTLED;
      case ServingState.Idle _, ServingState.Failing _ -> UNSETTLED;
    };
  }

  private void become(ServingState later) {
    var before = state;
    state = later;
    if (!later.equals(before)) {
      LOG.infof("External metrics: %s", later);
      news.tellAll();
    }
  }

  private ServingState unharmed() {
    try {
      return serve();
    } catch (KubernetesClientException refused) {
      LOG.warnf("External metrics: %s", refused.getMessage());
      return new ServingState.Failing(
          "The operator may not set up the metrics API (HTTP status %d): apply deploy/base as it is now."
              .formatted(refused.getCode()));
    } catch (IOException taken) {
      return new ServingState.Failing(
          "The operator cannot listen on port %d: set appenv.external-metrics.port to a free one."
              .formatted(config.port()));
    } catch (RuntimeException | Error defect) {
      LOG.error("Metrics could not be served", defect);
      return new ServingState.Failing("The operator failed to serve metrics; see its log.");
    }
  }

  private ServingState serve() throws IOException {
    var found = registration.find();
    var holder = Registration.holder(found);
    if (holder.isPresent()) {
      return new ServingState.Taken(holder.get());
    }
    var service = config.service() + "." + config.namespace();
    var current = secret.ensure(List.of(service + ".svc", service), clock.instant());
    identity.become(current);
    if (listener == null) {
      listener = MetricsListener.start(config.port(), identity, api);
    }
    pod.serve();
    return registration.ensure(found, current, clock.instant());
  }

  @PreDestroy
  void stop() {
    ended.countDown();
    if (listener != null) {
      listener.close();
    }
  }
}
