package io.appenv.operator.demo;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.TierStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of an environment's status is worth a line. */
record ProgressRow(
    String ready, String stalled, String database, String cache, String tiers, String message) {

  static final ProgressRow NONE = new ProgressRow("-", "-", "-", "-", "-", "");

  private static final String FORMAT = "%6s  %-8s %-12s %-12s %-28s %s";
  static final String HEADER = FORMAT.formatted("TIME", "READY", "DB", "CACHE", "PODS", "MESSAGE");

  static ProgressRow of(AppEnvironment environment) {
    var status = environment.getStatus();
    return status == null
        ? NONE
        : new ProgressRow(
            condition(environment, status, "Ready"),
            condition(environment, status, "Stalled"),
            orDash(status.databaseState()),
            orDash(status.cacheState()),
            tiers(status),
            Optional.ofNullable(status.message()).orElse(""));
  }

  boolean isReady() {
    return ready.equals("True");
  }

  boolean isStalled() {
    return stalled.equals("True");
  }

  String line(Duration elapsed) {
    var time = "%d:%02d".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
    return FORMAT.formatted(time, ready, database, cache, tiers, message).stripTrailing();
  }

  /** A condition of an earlier generation says nothing of the manifest that was applied. */
  private static String condition(
      AppEnvironment environment, AppEnvironmentStatus status, String type) {
    return status.conditions().stream()
        .filter(it -> it.getType().equals(type))
        .filter(it -> environment.getMetadata().getGeneration().equals(it.getObservedGeneration()))
        .map(it -> it.getStatus())
        .findFirst()
        .orElse("-");
  }

  private static String tiers(AppEnvironmentStatus status) {
    var tiers = status.tiers().stream().map(ProgressRow::tier).collect(Collectors.joining(", "));
    return tiers.isEmpty() ? "-" : tiers;
  }

  private static String tier(TierStatus tier) {
    return tier.name() + " " + tier.ready() + "/" + tier.desired();
  }

  private static String orDash(@Nullable String value) {
    return value == null ? "-" : value;
  }
}
