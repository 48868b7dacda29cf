package io.appenv.operator.testing;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.util.function.UnaryOperator;

/** Changes to objects that controllers write to at the same time. */
public final class Edits {

  private Edits() {}

  /** Reads, changes and writes anew until nobody else wrote in between, as a person would. */
  public static <R extends HasMetadata> void edit(Resource<R> resource, UnaryOperator<R> change) {
    while (isConflict(resource, change)) {
      Thread.onSpinWait();
    }
  }

  private static <R extends HasMetadata> boolean isConflict(
      Resource<R> resource, UnaryOperator<R> change) {
    try {
      resource.edit(change);
      return false;
    } catch (KubernetesClientException refused) {
      if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        throw refused;
      }
      return true;
    }
  }
}
