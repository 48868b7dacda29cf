package io.appenv.operator.bench;

import io.appenv.operator.workload.Labels;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the autoscalers of all tiers are told, and how often what they report changes. */
final class AutoscalerWatch
    implements AutoCloseable, ResourceEventHandler<HorizontalPodAutoscaler> {

  private final Map<String, Integer> maxima = new ConcurrentHashMap<>();
  private final AtomicLong statusChanges = new AtomicLong();
  private final SharedIndexInformer<HorizontalPodAutoscaler> informer;

  @SuppressWarnings("this-escape")
  AutoscalerWatch(KubernetesClient client) {
    this.informer =
        client
            .autoscaling()
            .v2()
            .horizontalPodAutoscalers()
            .inAnyNamespace()
            .withLabel(Labels.TIER, Member.BACKEND)
            .inform(this, 0);
  }

  @Override
  public void onAdd(HorizontalPodAutoscaler added) {
    note(added);
  }

  @Override
  public void onUpdate(HorizontalPodAutoscaler before, HorizontalPodAutoscaler after) {
    if (!Objects.equals(before.getStatus(), after.getStatus())) {
      statusChanges.incrementAndGet();
    }
    note(after);
  }

  @Override
  public void onDelete(HorizontalPodAutoscaler gone, boolean isFinalStateUnknown) {
    maxima.remove(key(gone));
  }

  private void note(HorizontalPodAutoscaler autoscaler) {
    maxima.put(key(autoscaler), autoscaler.getSpec().getMaxReplicas());
  }

  private static String key(HorizontalPodAutoscaler autoscaler) {
    var metadata = autoscaler.getMetadata();
    return metadata.getNamespace() + "/" + metadata.getName();
  }

  long statusChanges() {
    return statusChanges.get();
  }

  /** How many have this maximum. */
  long withMaximum(int pods) {
    return maxima.values().stream().filter(maximum -> maximum == pods).count();
  }

  @Override
  public void close() {
    informer.close();
  }
}
