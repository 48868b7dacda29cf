package io.appenv.operator.testing;

import io.fabric8.kubernetes.api.model.PodBuilder;

/** The use of CPU that pods without machines claim. */
public final class ClaimedCpu {

  private ClaimedCpu() {}

  /**
   * Has all pods of a tier that are there now claim it.
   *
   * @param use of each pod, for example {@code 900m}
   */
  public static void of(EnvironmentUnderTest environment, String tier, String use) {
    var pods = environment.client().pods().inNamespace(environment.namespace());
    for (var pod : pods.withLabel("appenv.io/tier", tier).list().getItems()) {
      Edits.editIfStillThere(
          pods.withName(pod.getMetadata().getName()),
          found ->
              new PodBuilder(found)
                  .editMetadata()
                  .addToAnnotations("kwok.x-k8s.io/usage-cpu", use)
                  .endMetadata()
                  .build());
    }
  }
}
