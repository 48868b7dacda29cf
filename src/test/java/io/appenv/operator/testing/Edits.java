package io.appenv.operator.testing;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.util.function.UnaryOperator;

/** Changes of objects that controllers write to at the same time. */
public final class Edits {

  private Edits() {}

  /** Reads, changes and writes anew until nobody else wrote in between, as a person would. */
  public static <R extends HasMetadata> void edit(Resource<R> resource, UnaryOperator<R> change) {
    untilNobodyWroteInBetween(() -> resource.edit(change));
  }

  /** The same for the status, as a kubelet would. */
  public static <R extends HasMetadata> void editStatus(
      Resource<R> resource, UnaryOperator<R> change) {
    untilNobodyWroteInBetween(() -> resource.editStatus(change));
  }

  /** The same for an object that a controller may have removed since it was listed. */
  public static <R extends HasMetadata> void editIfStillThere(
      Resource<R> resource, UnaryOperator<R> change) {
    try {
      edit(resource, change);
    } catch (KubernetesClientException refused) {
      if (refused.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
        throw refused;
      }
    }
  }

  private static void untilNobodyWroteInBetween(Runnable write) {
    while (isConflict(write)) {
      Thread.onSpinWait();
    }
  }

  private static boolean isConflict(Runnable write) {
    try {
      write.run();
      return false;
    } catch (KubernetesClientException refused) {
      if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        throw refused;
      }
      return true;
    }
  }
}
