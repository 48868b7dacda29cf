package io.appenv.operator.release;

import io.appenv.operator.workload.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What runs of an environment's tiers, as the cluster shows it. */
public record RunningTiers(
    List<Deployment> deployments,
    List<HorizontalPodAutoscaler> autoscalers,
    List<NetworkPolicy> networkPolicies) {

  public RunningTiers {
    deployments = List.copyOf(deployments);
    autoscalers = List.copyOf(autoscalers);
    networkPolicies = List.copyOf(networkPolicies);
  }

  Optional<Deployment> deployment(String tier) {
    return of(tier, deployments);
  }

  Optional<HorizontalPodAutoscaler> autoscaler(String tier) {
    return of(tier, autoscalers);
  }

  Optional<NetworkPolicy> networkPolicy(String tier) {
    return of(tier, networkPolicies);
  }

  /** Deployments of tiers that have other names, by tier. */
  SortedMap<String, Deployment> others(Collection<String> tiers) {
    return deployments.stream()
        .filter(it -> Labels.tierOf(it).filter(name -> !tiers.contains(name)).isPresent())
        .collect(
            Collectors.toMap(
                it -> Labels.tierOf(it).orElseThrow(),
                Function.identity(),
                (first, _) -> first,
                TreeMap::new));
  }

  private static <R extends HasMetadata> Optional<R> of(String tier, List<R> objects) {
    return objects.stream().filter(it -> Labels.tierOf(it).equals(Optional.of(tier))).findFirst();
  }
}
