package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.SecretText;
import io.appenv.operator.model.TierConfiguration;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvFromSourceBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The sets of variables that tiers read, each a Secret that never changes. Pods go on reading the
 * one they started with, and those of another version read another.
 */
public final class ConfigurationSecrets {

  /** Of a Deployment: the ids its pods read, the latest first. */
  static final String HISTORY = "appenv.io/configurations";

  private ConfigurationSecrets() {}

  /** One Secret for each tier whose set is known and that may run. */
  public static List<Secret> build(Blueprint blueprint) {
    return blueprint.runnableTiers().stream()
        .flatMap(
            tier ->
                blueprint.configurations().of(tier.name())
                        instanceof TierConfiguration.Version version
                    ? Stream.of(secret(blueprint, tier, version))
                    : Stream.empty())
        .toList();
  }

  private static Secret secret(
      Blueprint blueprint, DesiredTier tier, TierConfiguration.Version version) {
    var labels = Labels.configuration(Metadata.environment(blueprint), tier, version.id());
    return new SecretBuilder()
        .withMetadata(Metadata.named(blueprint, name(tier, version.id()), labels))
        .withType("Opaque")
        .withImmutable(true)
        .withData(encoded(version.values()))
        .build();
  }

  private static Map<String, String> encoded(SortedMap<String, SecretText> values) {
    var data = new TreeMap<String, String>();
    values.forEach(
        (name, value) ->
            data.put(
                name,
                Base64.getEncoder()
                    .encodeToString(value.reveal().getBytes(StandardCharsets.UTF_8))));
    return data;
  }

  private static String name(DesiredTier tier, String id) {
    return tier.resourceName() + "-config-" + id;
  }

  /** What a tier's container reads as a whole. */
  static List<EnvFromSource> read(Blueprint blueprint, DesiredTier tier) {
    return id(blueprint, tier).stream()
        .map(
            id ->
                new EnvFromSourceBuilder()
                    .withNewSecretRef()
                    .withName(name(tier, id))
                    .endSecretRef()
                    .build())
        .toList();
  }

  static Optional<String> id(Blueprint blueprint, DesiredTier tier) {
    return blueprint.configurations().of(tier.name()).read();
  }

  /** Whether one that is there is neither needed nor kept to go back to. */
  public static boolean isSpare(HasMetadata secret, Blueprint blueprint) {
    return !Labels.tierOf(secret)
        .filter(
            tier ->
                idOf(secret.getMetadata())
                    .filter(id -> blueprint.configurations().isKept(tier, id))
                    .isPresent())
        .isPresent();
  }

  /** The set that the pods of a Deployment are to read. */
  public static Optional<String> of(Deployment deployment) {
    return Optional.ofNullable(deployment.getSpec().getTemplate())
        .flatMap(template -> idOf(template.getMetadata()));
  }

  /** The set that a pod reads, or that a Secret is. */
  public static Optional<String> idOf(ObjectMeta metadata) {
    return Optional.ofNullable(metadata)
        .map(ObjectMeta::getLabels)
        .map(labels -> labels.get(Labels.CONFIGURATION));
  }

  /** What the pods of a Deployment were to read before, and are now, the latest first. */
  public static List<String> history(Deployment deployment) {
    var remembered =
        Optional.ofNullable(deployment.getMetadata().getAnnotations())
            .map(annotations -> annotations.get(HISTORY))
            .map(text -> List.of(text.split(",")))
            .orElseGet(List::of);
    return Stream.concat(of(deployment).stream(), remembered.stream()).distinct().toList();
  }
}
