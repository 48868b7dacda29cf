package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.ResourceStatus;
import io.appenv.operator.backend.incluster.VolumePolicy;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.DataSnapshot;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.workload.Labels;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Lists what a deleted environment leaves behind in a ConfigMap of the namespace, because the
 * environment and its status are gone by then. Entries of earlier deletions stay.
 */
@ApplicationScoped
class RetainedData {

  private static final Logger LOG = Logger.getLogger(RetainedData.class);

  void list(
      AppEnvironment environment, Desired desired, Observed observed, KubernetesClient client) {
    var remains = new TreeMap<>(remains(desired, observed));
    remains.putAll(snapshots(environment));
    if (remains.isEmpty()) {
      return;
    }
    remains.forEach((name, arn) -> LOG.infof("Retained after deletion: %s %s", name, arn));
    var namespace = environment.getMetadata().getNamespace();
    var list = configMap(environment, remains);
    try {
      client
          .configMaps()
          .inNamespace(namespace)
          .resource(list)
          .createOr(existing -> existing.edit(stored -> merge(stored, remains)));
    } catch (KubernetesClientException refused) {
      if (!isTerminating(refused)) {
        throw refused;
      }
      // A namespace that is itself being deleted takes nothing new; the tags in AWS remain.
      LOG.warnf("The list of retained data was not written: namespace %s goes away", namespace);
    }
  }

  private static boolean isTerminating(KubernetesClientException refused) {
    var status = refused.getStatus();
    return status != null
        && status.getDetails() != null
        && status.getDetails().getCauses().stream()
            .anyMatch(cause -> "NamespaceTerminating".equals(cause.getReason()));
  }

  /** Those taken before upgrades, which no listing of a deletion looks for. */
  private static Map<String, String> snapshots(AppEnvironment environment) {
    var inventory =
        environment.getStatus() == null
            ? List.<ResourceStatus>of()
            : environment.getStatus().inventory();
    return inventory.stream()
        .filter(row -> ResourceKind.DATABASE_SNAPSHOT.apiName().equals(row.kind()))
        .filter(row -> row.arn() != null)
        .collect(
            Collectors.toUnmodifiableMap(
                row -> row.kind() + "." + row.name(),
                row -> Objects.requireNonNullElse(row.arn(), ""),
                (one, _) -> one));
  }

  static Map<String, String> remains(Desired desired, Observed observed) {
    return desired.backend().isOnAws()
        ? onAws(desired, observed)
        : VolumePolicy.keptClaims(desired);
  }

  private static Map<String, String> onAws(Desired desired, Observed observed) {
    var remains = new TreeMap<String, String>();
    var database = observed.database();
    database
        .elsewhere()
        .filter(it -> Ownership.holds(desired.environment(), it.tags()))
        .ifPresent(it -> put(remains, it));
    database.finalSnapshot().found().ifPresent(it -> put(remains, "DBSnapshot", it));
    observed.cache().finalSnapshot().found().ifPresent(it -> put(remains, "CacheSnapshot", it));
    if (desired.database().filter(it -> it.custody().leaves(it.deletionPolicy())).isPresent()) {
      Stream.of(database.instance(), database.replacement().former())
          .flatMap(it -> it.found().stream())
          .filter(it -> Ownership.owns(desired.environment(), it.tags()))
          .forEach(it -> put(remains, it));
    }
    observed
        .cache()
        .elsewhere()
        .filter(it -> Ownership.holds(desired.environment(), it.tags()))
        .ifPresent(it -> put(remains, it));
    if (desired.cache().filter(it -> it.custody().leaves(it.deletionPolicy())).isPresent()) {
      observed
          .cache()
          .group()
          .found()
          .filter(it -> Ownership.owns(desired.environment(), it.tags()))
          .ifPresent(it -> put(remains, it));
    }
    observed.securityGroups().all().stream()
        .filter(it -> Ownership.owns(desired.environment(), it.tags()))
        .forEach(it -> remains.put("SecurityGroup." + it.name(), it.arn()));
    observed
        .files()
        .own(desired.environment())
        .ifPresent(it -> remains.put("Bucket." + it.name(), it.arn()));
    return remains;
  }

  private static void put(Map<String, String> remains, String kind, DataSnapshot snapshot) {
    remains.put(kind + "." + snapshot.name(), snapshot.arn());
  }

  private static void put(Map<String, String> remains, DatabaseInstance instance) {
    remains.put("DBInstance." + instance.identifier(), instance.arn());
  }

  private static void put(Map<String, String> remains, ReplicationGroup group) {
    remains.put("ReplicationGroup." + group.identifier(), group.arn());
  }

  private static ConfigMap configMap(AppEnvironment environment, Map<String, String> remains) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(environment.getMetadata().getName() + "-retained")
        .withNamespace(environment.getMetadata().getNamespace())
        .withLabels(
            Map.of(
                Labels.MANAGED_BY,
                Labels.OPERATOR,
                Labels.PART_OF,
                environment.getMetadata().getName(),
                Ownership.RETAINED,
                "true"))
        .endMetadata()
        .withData(remains)
        .build();
  }

  private static ConfigMap merge(ConfigMap stored, Map<String, String> remains) {
    var labels = stored.getMetadata().getLabels();
    if (labels == null || !Labels.OPERATOR.equals(labels.get(Labels.MANAGED_BY))) {
      throw new FailureException(
          new Failure.Terminal(
              Component.SPEC,
              Reason.NAME_TAKEN,
              "ConfigMap %s exists and is not the operator's, so what stays cannot be listed there; delete or rename it."
                  .formatted(stored.getMetadata().getName())));
    }
    var merged = new TreeMap<String, String>(remains);
    if (stored.getData() != null) {
      stored.getData().forEach(merged::putIfAbsent);
    }
    return new ConfigMapBuilder(stored).withData(merged).build();
  }
}
