package io.appenv.operator.backend.ack;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What keeps the call of an action from being made, in a sentence. */
final class AckFailures {

  private static final int UNPROCESSABLE = 422;

  private AckFailures() {}

  /** The resource is as it has to be, and AWS is not: what does the controller say? */
  static Failure unfinished(AckRequest request, GenericKubernetesResource stored) {
    var conditions = conditions(stored);
    return said(conditions, "ACK.Terminal")
        .map(it -> terminal(request, it))
        .or(() -> said(conditions, "ACK.Recoverable").map(it -> recoverable(request, it)))
        .orElseGet(() -> waiting(request, conditions));
  }

  private static Failure terminal(AckRequest request, String said) {
    return new Failure.Terminal(
        component(request),
        Reason.INVALID_REQUEST,
        "the %s gives %s up: correct the field of the spec that it names. It says: %s"
            .formatted(request.kind().controller(), what(request), said));
  }

  private static Failure recoverable(AckRequest request, String said) {
    return new Failure.Recoverable(
        component(request),
        Reason.UPSTREAM_ERROR,
        "the %s fails on %s and tries again. It says: %s"
            .formatted(request.kind().controller(), what(request), said));
  }

  private static Failure waiting(AckRequest request, List<Map<String, Object>> conditions) {
    return conditions.isEmpty()
        ? new Failure.Recoverable(
            component(request),
            Reason.BACKEND_MISSING,
            "%s waits for the %s, which has not taken it up: see whether it runs and watches this namespace"
                .formatted(what(request), request.kind().controller()))
        : new Failure.Waiting(
            component(request),
            reason(request),
            "%s is with the %s".formatted(what(request), request.kind().controller()));
  }

  /** It was told a moment ago. */
  static Failure beingTaken(AckRequest request) {
    return new Failure.Waiting(
        component(request),
        reason(request),
        "the %s takes %s over before it deletes it"
            .formatted(request.kind().controller(), what(request)));
  }

  static Failure goingAway(AckRequest request) {
    return new Failure.Waiting(
        component(request),
        reason(request),
        "%s waits until the former resource of that name is gone".formatted(what(request)));
  }

  /** What the API server says about the resource itself. */
  static Failure refused(AckRequest request, KubernetesClientException refused) {
    return switch (refused.getCode()) {
      case HttpURLConnection.HTTP_NOT_FOUND ->
          new Failure.Recoverable(
              component(request),
              Reason.BACKEND_MISSING,
              "%s is not installed in this cluster, so %s cannot be made: install the %s"
                  .formatted(
                      request.kind().apiVersion(), what(request), request.kind().controller()));
      case HttpURLConnection.HTTP_FORBIDDEN ->
          new Failure.Recoverable(
              component(request),
              Reason.ACCESS_DENIED,
              "the operator may not write %s: apply deploy/ack, or wait if the namespace goes away"
                  .formatted(what(request)));
      case HttpURLConnection.HTTP_CONFLICT ->
          new Failure.Waiting(
              component(request),
              reason(request),
              "%s was changed at the same moment; looking again".formatted(what(request)));
      case HttpURLConnection.HTTP_BAD_REQUEST, UNPROCESSABLE ->
          new Failure.Terminal(
              component(request),
              Reason.INVALID_REQUEST,
              "this version of the %s does not take %s as the operator writes it: install a version that docs/ack.md names"
                  .formatted(request.kind().controller(), what(request)));
      default ->
          new Failure.Recoverable(
              component(request),
              Reason.KUBERNETES_ERROR,
              "Kubernetes refused %s with HTTP %d; it is tried again"
                  .formatted(what(request), refused.getCode()));
    };
  }

  private static Optional<String> said(List<Map<String, Object>> conditions, String type) {
    return conditions.stream()
        .filter(it -> type.equals(it.get("type")) && "True".equals(it.get("status")))
        .map(it -> AckMessage.plain(String.valueOf(it.getOrDefault("message", ""))))
        .findFirst();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> conditions(GenericKubernetesResource stored) {
    var conditions = stored.<Object>get("status", "conditions");
    return conditions instanceof List<?> ? (List<Map<String, Object>>) conditions : List.of();
  }

  private static String what(AckRequest request) {
    return request.kind().kind() + "/" + request.name();
  }

  private static Component component(AckRequest request) {
    return request.action().target().kind().component();
  }

  private static Reason reason(AckRequest request) {
    if (request.deletes()) {
      return Reason.DELETING;
    }
    return request.action().creates() ? Reason.CREATING : Reason.MODIFYING;
  }
}
