package io.appenv.operator.reconciler;

import io.appenv.operator.cache.CachePlanner;
import io.appenv.operator.config.OperatorConfig;
import io.appenv.operator.database.DatabasePlanner;
import io.appenv.operator.files.FilesPlanner;
import io.appenv.operator.ingress.CertificatePlanner;
import io.appenv.operator.model.Planner;
import io.appenv.operator.network.LeftBehindGroupPlanner;
import io.appenv.operator.network.SecurityGroupPlanner;
import io.appenv.operator.publication.PublicationPlanner;
import io.appenv.operator.resolver.Resolver;
import io.appenv.operator.status.StatusFactory;
import io.javaoperatorsdk.operator.api.monitoring.AggregatedMetrics;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;

/** Makes beans of the pure parts, which know nothing of injection, and of the one clock. */
class Beans {

  @Produces
  @Singleton
  InstantSource clock() {
    return Clock.systemUTC();
  }

  /** The Quarkus extension (7.7.3) has a no-op instead, which a customizer cannot replace. */
  @Produces
  @Singleton
  Metrics metrics(MeterRegistry meters, RefusedFinalizers refusedFinalizers) {
    return new AggregatedMetrics(
        List.of(MicrometerMetrics.withoutPerResourceMetrics(meters), refusedFinalizers));
  }

  @Produces
  @Singleton
  Planner planner() {
    return new Planner(
        List.of(
            new SecurityGroupPlanner(),
            new DatabasePlanner(),
            new CachePlanner(),
            new LeftBehindGroupPlanner(),
            new CertificatePlanner(),
            new FilesPlanner(),
            new PublicationPlanner()));
  }

  @Produces
  @Singleton
  Resolver resolver(OperatorConfig config) {
    return new Resolver(config.externalMetrics().enabled());
  }

  @Produces
  @Singleton
  StatusFactory statusFactory() {
    return new StatusFactory();
  }
}
