package io.appenv.operator.aggregation;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/** Answers requests: first who asks, then whether they may, then what they ask for. */
final class MetricsApi {

  private final Authentication authentication;
  private final Authorization authorization;
  private final MetricValues values;

  MetricsApi(Authentication authentication, Authorization authorization, MetricValues values) {
    this.authentication = authentication;
    this.authorization = authorization;
    this.values = values;
  }

  /**
   * @param query the part of the URL behind the question mark, still escaped; empty where none is
   */
  record Request(
      String method,
      String path,
      String query,
      List<X509Certificate> certificates,
      Map<String, List<String>> headers) {
    Request {
      certificates = List.copyOf(certificates);
    }
  }

  ApiAnswer answer(Request request) {
    try {
      var caller = authentication.caller(request.certificates(), request.headers());
      if (caller.isEmpty()) {
        return ApiAnswer.refusal(
            HttpURLConnection.HTTP_UNAUTHORIZED, "Unauthorized", "Unauthorized");
      }
      var path = ApiPath.parse(request.path());
      if (!authorization.allows(caller.get(), path)) {
        return ApiAnswer.refusal(
            HttpURLConnection.HTTP_FORBIDDEN,
            "Forbidden",
            "User %s may not read %s.".formatted(caller.get().name(), request.path()));
      }
      return answer(request, path);
    } catch (KubernetesClientException unanswered) {
      return ApiAnswer.refusal(
          HttpURLConnection.HTTP_UNAVAILABLE,
          "ServiceUnavailable",
          "The API server does not tell who asks and what they may.");
    }
  }

  private ApiAnswer answer(Request request, ApiPath path) {
    if (!request.method().equals("GET")) {
      return ApiAnswer.refusal(
          HttpURLConnection.HTTP_BAD_METHOD, "MethodNotAllowed", "Metrics can only be read.");
    }
    return switch (path) {
      case ApiPath.Groups _ -> ApiAnswer.of(Discovery.groups());
      case ApiPath.Group _ -> ApiAnswer.of(Discovery.group());
      case ApiPath.Resources _ -> ApiAnswer.of(Discovery.resources());
      case ApiPath.Metric metric ->
          LabelQuery.parse(request.query())
              .map(labels -> values.answer(metric, labels))
              .orElseGet(MetricsApi::unheeded);
      case ApiPath.Other other -> ApiAnswer.notFound("There is nothing at " + other.text() + ".");
    };
  }

  private static ApiAnswer unheeded() {
    return ApiAnswer.refusal(
        HttpURLConnection.HTTP_BAD_REQUEST,
        "BadRequest",
        "Only selectors of equal labels are understood, such as appenv.io/tier=frontend.");
  }
}
