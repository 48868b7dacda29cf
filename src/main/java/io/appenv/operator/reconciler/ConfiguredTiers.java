package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.config.OperatorConfig;
import io.appenv.operator.configuration.AllowedSources;
import io.appenv.operator.configuration.Answer;
import io.appenv.operator.configuration.ConfigurationSource;
import io.appenv.operator.configuration.TierSources;
import io.appenv.operator.configuration.TierValues;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Configurations;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.SecretText;
import io.appenv.operator.model.TierConfiguration;
import io.appenv.operator.reconciler.ConfigurationBoard.Item;
import io.appenv.operator.status.ConditionType;
import io.appenv.operator.status.Conditions;
import io.appenv.operator.workload.ConfigurationSecrets;
import io.appenv.operator.workload.Labels;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Has the configuration of tiers read, and joins it with the versions their pods read. */
@ApplicationScoped
class ConfiguredTiers {

  /**
   * @param failures why a tier keeps the configuration it has
   */
  record Found(Configurations configurations, List<Failure> failures) {}

  private final ConfigurationReaders readers;
  private final CredentialSecrets credentials;
  private final ClusterIdentity cluster;
  private final OperatorConfig config;

  ConfiguredTiers(
      ConfigurationReaders readers,
      CredentialSecrets credentials,
      ClusterIdentity cluster,
      OperatorConfig config) {
    this.readers = readers;
    this.credentials = credentials;
    this.cluster = cluster;
    this.config = config;
  }

  void forget(ResourceID environment) {
    readers.forget(environment);
  }

  Found of(AppEnvironment environment, Desired desired, Context<AppEnvironment> context) {
    want(environment, desired);
    var deployments =
        context
            .getSecondaryResourcesAsStream(Deployment.class)
            .filter(it -> Labels.tierOf(it).isPresent())
            .collect(
                Collectors.toMap(it -> Labels.tierOf(it).orElseThrow(), it -> it, (a, _) -> a));
    var key = key(environment, desired, context);
    var current = new HashMap<String, TierConfiguration>();
    var failures = new ArrayList<Failure>();
    for (var tier : desired.tiers()) {
      var former =
          new TierConfiguration.Former(
              Optional.ofNullable(deployments.get(tier.name())).flatMap(ConfigurationSecrets::of));
      switch (values(desired, tier, key)) {
        case TierValues.Outcome.Known(var known) -> current.put(tier.name(), known);
        case TierValues.Outcome.Reading _ -> {
          current.put(tier.name(), former);
          firstReading(environment, tier).ifPresent(failures::add);
        }
        case TierValues.Outcome.Blocked(var why) -> {
          current.put(tier.name(), former);
          failures.addAll(why);
        }
      }
    }
    return new Found(
        new Configurations(current, history(deployments), inUse(context)), List.copyOf(failures));
  }

  /** Empty where no set has to be named, or where none may be made. */
  private Optional<SecretText> key(
      AppEnvironment environment, Desired desired, Context<AppEnvironment> context) {
    return desired.tiers().stream().allMatch(it -> it.configuration().isEmpty())
        ? Optional.empty()
        : credentials.configuration(desired, environment, context);
  }

  private TierValues.Outcome values(Desired desired, DesiredTier tier, Optional<SecretText> key) {
    if (tier.configuration().isEmpty()) {
      return new TierValues.Outcome.Known(new TierConfiguration.None());
    }
    return key.map(it -> TierValues.of(desired, tier, it, source -> answer(desired, source)))
        .orElseGet(TierValues.Outcome.Reading::new);
  }

  private void want(AppEnvironment environment, Desired desired) {
    var region = desired.region().orElse("");
    var items =
        desired.tiers().stream()
            .flatMap(
                tier ->
                    TierSources.of(desired.environment().namespace(), tier.configuration())
                        .stream())
            .filter(source -> refusal(desired, source).isEmpty())
            .map(source -> Item.of(region, source))
            .collect(Collectors.toUnmodifiableSet());
    readers.want(ResourceID.fromResource(environment), items);
  }

  private Answer answer(Desired desired, ConfigurationSource source) {
    return refusal(desired, source)
        .<Answer>map(Answer.Refused::new)
        .orElseGet(() -> readers.answer(Item.of(desired.region().orElse(""), source)));
  }

  private Optional<Failure> refusal(Desired desired, ConfigurationSource source) {
    var allowed = config.configuration();
    return new AllowedSources(cluster.get(), allowed.allowedParameters(), allowed.allowedSecrets())
        .refusal(desired.environment().namespace(), source);
  }

  /** An operator that has just started has nothing newer to say of what was known. */
  private static Optional<Failure> firstReading(AppEnvironment environment, DesiredTier tier) {
    var isKnown =
        Optional.ofNullable(environment.getStatus())
            .flatMap(it -> Conditions.find(it.conditions(), ConditionType.CONFIGURATION_READY))
            .filter(it -> "True".equals(it.getStatus()))
            .filter(
                it -> environment.getMetadata().getGeneration().equals(it.getObservedGeneration()))
            .isPresent();
    return isKnown
        ? Optional.empty()
        : Optional.of(
            new Failure.Waiting(
                Component.CONFIGURATION,
                Reason.OBSERVING,
                "Tier %s: its configuration is being read.".formatted(tier.name())));
  }

  private static Map<String, List<String>> history(Map<String, Deployment> deployments) {
    var history = new HashMap<String, List<String>>();
    deployments.forEach((tier, it) -> history.put(tier, ConfigurationSecrets.history(it)));
    return history;
  }

  private static Map<String, Set<String>> inUse(Context<AppEnvironment> context) {
    var inUse = new HashMap<String, Set<String>>();
    context
        .getSecondaryResourcesAsStream(Pod.class)
        .forEach(
            pod ->
                ConfigurationSecrets.idOf(pod.getMetadata())
                    .ifPresent(
                        id ->
                            Labels.tierOf(pod)
                                .ifPresent(
                                    tier ->
                                        inUse
                                            .computeIfAbsent(tier, _ -> new HashSet<>())
                                            .add(id))));
    return inUse;
  }
}
