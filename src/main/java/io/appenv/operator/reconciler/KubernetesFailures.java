package io.appenv.operator.reconciler;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.Reason;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.OperatorException;
import java.net.HttpURLConnection;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What the Kubernetes API refused, in a sentence. */
final class KubernetesFailures {

  private static final Logger LOG = Logger.getLogger(KubernetesFailures.class);

  private KubernetesFailures() {}

  static Failure of(Throwable error) {
    return switch (error) {
      case FailureException known -> known.failure();
      case KubernetesClientException refused -> refused(refused);
      case OperatorException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
      default -> {
        LOG.error("A pass failed unexpectedly", error);
        yield new Failure.Recoverable(
            Component.WORKLOADS,
            Reason.KUBERNETES_ERROR,
            "A pass failed with %s; the operator's log has the details."
                .formatted(error.getClass().getSimpleName()));
      }
    };
  }

  private static Failure refused(KubernetesClientException error) {
    return error.getCode() == HttpURLConnection.HTTP_CONFLICT
        ? new Failure.Terminal(
            Component.WORKLOADS,
            Reason.NAME_TAKEN,
            "%s exists and was made by somebody else; delete it, or rename the tier or environment."
                .formatted(what(error)))
        : new Failure.Recoverable(
            Component.WORKLOADS,
            Reason.KUBERNETES_ERROR,
            "Kubernetes refused %s with HTTP %d %s; it is tried again."
                .formatted(what(error), error.getCode(), reason(error)));
  }

  /** The kind and name only: the text of the answer may quote the object, Secrets included. */
  private static String what(KubernetesClientException error) {
    return Optional.ofNullable(error.getStatus())
        .map(Status::getDetails)
        .map(details -> details.getKind() + " " + details.getName())
        .orElse("an object");
  }

  private static String reason(KubernetesClientException error) {
    return Optional.ofNullable(error.getStatus()).map(Status::getReason).orElse("");
  }
}
