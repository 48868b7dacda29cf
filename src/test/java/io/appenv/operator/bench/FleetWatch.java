package io.appenv.operator.bench;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Which environments are Ready, by a watch: asking for a list of thousands would disturb. */
final class FleetWatch implements AutoCloseable, ResourceEventHandler<AppEnvironment> {

  /**
   * @param readyGeneration generation for which Ready is true; 0 while it is not
   */
  private record Seen(long generation, long readyGeneration, String reason) {

    boolean isReady() {
      return generation == readyGeneration;
    }
  }

  private final Map<String, Seen> environments = new ConcurrentHashMap<>();
  private final SharedIndexInformer<AppEnvironment> informer;

  @SuppressWarnings("this-escape")
  FleetWatch(KubernetesClient client) {
    this.informer = client.resources(AppEnvironment.class).inAnyNamespace().inform(this, 0);
  }

  @Override
  public void onAdd(AppEnvironment added) {
    note(added);
  }

  @Override
  public void onUpdate(AppEnvironment before, AppEnvironment after) {
    note(after);
  }

  @Override
  public void onDelete(AppEnvironment gone, boolean isFinalStateUnknown) {
    environments.remove(key(gone));
  }

  private void note(AppEnvironment environment) {
    var ready = ready(environment);
    environments.put(
        key(environment),
        new Seen(
            environment.getMetadata().getGeneration(),
            ready
                .filter(it -> it.getStatus().equals("True"))
                .map(Condition::getObservedGeneration)
                .orElse(0L),
            ready.map(it -> it.getReason() + ": " + it.getMessage()).orElse("not looked at yet")));
  }

  private static Optional<Condition> ready(AppEnvironment environment) {
    return Optional.ofNullable(environment.getStatus()).stream()
        .flatMap(status -> status.conditions().stream())
        .filter(condition -> condition.getType().equals("Ready"))
        .findFirst();
  }

  private static String key(AppEnvironment environment) {
    var metadata = environment.getMetadata();
    return metadata.getNamespace() + "/" + metadata.getName();
  }

  long readyCount() {
    return environments.values().stream().filter(Seen::isReady).count();
  }

  /** Whether the environment is Ready in this generation or a later one. */
  boolean isReady(Member member, long generation) {
    var seen = environments.get(member.key());
    return seen != null && seen.isReady() && seen.generation() >= generation;
  }

  /** Why environments are not Ready, and how many say so. */
  Map<String, Integer> complaints() {
    var complaints = new TreeMap<String, Integer>();
    environments.values().stream()
        .filter(seen -> !seen.isReady())
        .forEach(seen -> complaints.merge(seen.reason(), 1, Integer::sum));
    return complaints;
  }

  @Override
  public void close() {
    informer.close();
  }
}
