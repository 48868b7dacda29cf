package io.appenv.operator.backend.prometheus;

import io.appenv.operator.autoscaling.RequestQueries;
import io.appenv.operator.autoscaling.Sample;
import io.appenv.operator.config.OperatorConfig;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.FailureException;
import io.appenv.operator.model.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Asks the Prometheus of the operator's settings, and no other. */
@ApplicationScoped
public class PrometheusQueries implements RequestQueries {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** Of one number, with much to spare. */
  private static final long LONGEST_ANSWER = 64 * 1024;

  private final Optional<String> address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Inject
  public PrometheusQueries(OperatorConfig config) {
    this(config.externalMetrics().prometheus());
  }

  PrometheusQueries(Optional<String> address) {
    this.address = address;
  }

  @Override
  public Sample ask(String query) {
    var base =
        address.orElseThrow(
            () ->
                failure(
                    "The operator has no Prometheus to ask: set appenv.external-metrics.prometheus"
                        + " to its address."));
    return PrometheusAnswer.read(send(uri(base, query)));
  }

  private static URI uri(String base, String query) {
    try {
      var uri =
          URI.create(
              base.replaceFirst("/+$", "")
                  + "/api/v1/query?query="
                  + URLEncoder.encode(query, StandardCharsets.UTF_8));
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException malformed) {
      // Told like an address without a host.
    }
    throw failure(
        "appenv.external-metrics.prometheus is no address: write for example"
            + " http://prometheus.monitoring:9090.");
  }

  private String send(URI uri) {
    var request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).GET().build();
    var body =
        HttpResponse.BodyHandlers.limiting(
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER);
    try {
      return http.send(request, body).body();
    } catch (IOException unreachable) {
      throw failure(
          "Prometheus at %s does not answer: check appenv.external-metrics.prometheus."
              .formatted(uri.getAuthority()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failure("The operator stops.");
    }
  }

  static FailureException failure(String message) {
    return new FailureException(
        new Failure.Recoverable(Component.WORKLOADS, Reason.REQUESTS_UNREAD, message));
  }
}
