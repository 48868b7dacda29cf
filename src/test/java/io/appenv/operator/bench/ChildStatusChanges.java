package io.appenv.operator.bench;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.List;

/**
 * The third measurement: the load of pods goes up and down, too little to scale, so that the status
 * of their autoscalers keeps changing. It is nothing the operator has to answer.
 *
 * @param statusChanges of the autoscalers of backends, as another client saw them
 */
record ChildStatusChanges(int environments, long statusChanges, Window window) {

  private static final int MOST = 20;

  /** The metrics-server needs this long to notice. */
  private static final Duration BETWEEN = Duration.ofSeconds(20);

  /** Both ask for fewer pods than the minimum: a quarter of the target and less. */
  private static final List<String> LOADS = List.of("200m", "340m");

  static ChildStatusChanges measure(
      Stage stage, AutoscalerWatch autoscalers, BenchOptions options) {
    var members = stage.fleet().members().stream().limit(MOST).toList();
    Progress.heading("3. The load of %d environments changes".formatted(members.size()));
    var before = autoscalers.statusChanges();
    var turns = new int[1];
    var window =
        Window.measure(
            stage,
            options.window(),
            () -> {
              var load = LOADS.get(turns[0]++ % LOADS.size());
              members.forEach(member -> claim(stage.sandbox().admin(), member, load));
              new Stopwatch().await(BETWEEN, () -> false);
            });
    var changes =
        new ChildStatusChanges(members.size(), autoscalers.statusChanges() - before, window);
    Progress.line(
        "%d status changes; API requests %s, AWS calls %s",
        changes.statusChanges(), window.traffic().kubernetes(), window.traffic().aws());
    return changes;
  }

  private static void claim(KubernetesClient client, Member member, String load) {
    var pods =
        client
            .pods()
            .inNamespace(member.namespace())
            .withLabels(member.labels(Member.BACKEND))
            .list()
            .getItems();
    pods.forEach(pod -> annotate(client, pod, load));
  }

  private static void annotate(KubernetesClient client, Pod pod, String load) {
    client
        .resource(pod)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            """
            {"metadata": {"annotations": {"kwok.x-k8s.io/usage-cpu": "%s"}}}
            """
                .formatted(load));
  }
}
