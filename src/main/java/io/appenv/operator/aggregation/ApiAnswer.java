package io.appenv.operator.aggregation;

import java.net.HttpURLConnection;
import java.util.Map;

/**
 * An answer of the API.
 *
 * @param body an object to be written as JSON
 */
record ApiAnswer(int code, Map<String, Object> body) {

  ApiAnswer {
    body = Map.copyOf(body);
  }

  static ApiAnswer of(Map<String, Object> body) {
    return new ApiAnswer(HttpURLConnection.HTTP_OK, body);
  }

  /** A refusal in the form of all of Kubernetes' APIs. */
  static ApiAnswer refusal(int code, String reason, String message) {
    return new ApiAnswer(
        code,
        Map.of(
            "kind",
            "Status",
            "apiVersion",
            "v1",
            "metadata",
            Map.of(),
            "status",
            "Failure",
            "reason",
            reason,
            "message",
            message,
            "code",
            code));
  }

  static ApiAnswer notFound(String message) {
    return refusal(HttpURLConnection.HTTP_NOT_FOUND, "NotFound", message);
  }
}
