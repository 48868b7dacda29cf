package io.appenv.operator.scaling;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.CacheSpec;
import io.appenv.operator.api.v1alpha1.DatabaseSpec;
import io.appenv.operator.api.v1alpha1.EffectiveStatus;
import io.appenv.operator.api.v1alpha1.OverriddenTierStatus;
import io.appenv.operator.api.v1alpha1.PlannedActionStatus;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the status of an environment says of sizes that an override waits for. */
record SizesSeen(Optional<AppEnvironmentStatus> status) {

  static SizesSeen of(AppEnvironment environment) {
    return new SizesSeen(Optional.ofNullable(environment.getStatus()));
  }

  /** Pods of a tier that can serve. */
  int ready(String tier) {
    return status.stream()
        .flatMap(it -> it.tiers().stream())
        .filter(it -> it.name().equals(tier))
        .flatMap(it -> Optional.ofNullable(it.ready()).stream())
        .findFirst()
        .orElse(0);
  }

  /** What is not there yet, as sentences; empty where all is. */
  List<String> lacking(List<OverriddenTierStatus> tiers, DataWish wish, EffectiveData data) {
    return Stream.of(
            pods(tiers.stream().filter(SizesSeen::isShort).toList()),
            wish.instanceClass().flatMap(_ -> data.instanceClass()).flatMap(this::database),
            wish.nodes().flatMap(_ -> data.nodes()).flatMap(this::cache))
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isShort(OverriddenTierStatus tier) {
    return tier.needed() != null && (tier.ready() == null || tier.ready() < tier.needed());
  }

  private Optional<String> pods(List<OverriddenTierStatus> missing) {
    var counts =
        missing.stream()
            .map(it -> "%s has %d of %d pods".formatted(it.name(), it.ready(), it.needed()))
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("Tier %s.%s".formatted(counts, trouble("WorkloadsReady")));
  }

  private Optional<String> database(String wanted) {
    var known =
        effective()
            .map(EffectiveStatus::database)
            .map(DatabaseSpec::instanceClass)
            .equals(Optional.of(wanted));
    return waiting(
        "The database is not %s yet".formatted(wanted), known, "DatabaseReady", "instanceClass ");
  }

  private Optional<String> cache(int wanted) {
    var known =
        effective().map(EffectiveStatus::cache).map(CacheSpec::nodes).equals(Optional.of(wanted));
    return waiting(
        "The cache has not %d nodes yet".formatted(wanted), known, "CacheReady", "nodes ");
  }

  private Optional<EffectiveStatus> effective() {
    return status.flatMap(it -> Optional.ofNullable(it.effective()));
  }

  /** It is there once a pass knows of it, nothing of it is planned, and AWS is not at work. */
  private Optional<String> waiting(
      String sentence, boolean known, String condition, String setting) {
    var planned = planned(setting);
    var there =
        known && planned.isEmpty() && condition(condition).filter(SizesSeen::isTrue).isPresent();
    return there
        ? Optional.empty()
        : Optional.of(
            sentence
                + planned.map(it -> ": it is changed " + it.when()).orElse("")
                + "."
                + trouble(condition));
  }

  private Optional<PlannedActionStatus> planned(String setting) {
    return status.flatMap(it -> Optional.ofNullable(it.plan())).stream()
        .flatMap(it -> it.actions().stream())
        .filter(it -> it.reason().contains(setting))
        .findFirst();
  }

  private Optional<Condition> condition(String type) {
    return status.stream()
        .flatMap(it -> it.conditions().stream())
        .filter(it -> it.getType().equals(type))
        .findFirst();
  }

  private static boolean isTrue(Condition condition) {
    return condition.getStatus().equals("True");
  }

  private String trouble(String condition) {
    return condition(condition)
        .filter(it -> !isTrue(it))
        .map(it -> " The environment says: " + it.getMessage())
        .orElse("");
  }
}
