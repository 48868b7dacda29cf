package io.appenv.operator.backend.incluster;

import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Objects;
import java.util.Optional;

/** Whether a data server inside the cluster answers. */
public final class InClusterReadiness {

  private InClusterReadiness() {}

  /** True when the current revision of the server's one pod passes its readiness probe. */
  public static boolean isReady(StatefulSet server) {
    return Optional.ofNullable(server.getStatus())
        .filter(
            status ->
                Objects.equals(
                    status.getObservedGeneration(), server.getMetadata().getGeneration()))
        .filter(status -> Objects.equals(status.getReadyReplicas(), 1))
        .filter(status -> Objects.equals(status.getUpdatedReplicas(), 1))
        .isPresent();
  }
}
