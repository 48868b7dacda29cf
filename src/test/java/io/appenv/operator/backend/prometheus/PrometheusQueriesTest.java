package io.appenv.operator.backend.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.appenv.operator.autoscaling.Sample;
import io.appenv.operator.model.FailureException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The HTTP API of Prometheus, by the answers that its documentation gives. */
class PrometheusQueriesTest {

  private static final String VECTOR =
      """
      {"status": "success", "data": {"resultType": "vector", "result": [%s]}}""";

  private final List<URI> asked = new ArrayList<>();
  private HttpServer server;
  private volatile String answer = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI());
          var body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.contains("error") ? 400 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Sample ask(String query) {
    return new PrometheusQueries(
            Optional.of("http://localhost:%d/".formatted(server.getAddress().getPort())))
        .ask(query);
  }

  @Test
  void theOneSeriesOfTheResultIsTheNumber() {
    answer = VECTOR.formatted("{\"metric\": {}, \"value\": [1767268800.5, \"1234.5\"]}");

    assertThat(ask("sum(rate(http_requests_total{path=\"/a b&c\"}[2m])) * 60"))
        .isEqualTo(new Sample(1234.5, Instant.parse("2026-01-01T12:00:00.500Z")));
    assertThat(asked)
        .singleElement()
        .satisfies(
            uri -> {
              assertThat(uri.getPath()).isEqualTo("/api/v1/query");
              assertThat(uri.getRawQuery()).doesNotContain(" ").contains("%26c");
            });
  }

  @Test
  void aScalarIsANumberToo() {
    answer =
        """
        {"status": "success", "data": {"resultType": "scalar", "result": [1767268800, "7"]}}""";

    assertThat(ask("scalar(up)").value()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | finds no series",
        "[{\"value\": [1, \"1\"]}, {\"value\": [1, \"2\"]}] | sum()",
        "[{\"value\": [1, \"NaN\"]}] | no number"
      })
  void whatIsNotOneNumberIsNone(String result, String told) {
    answer = VECTOR.replace("[%s]", result);

    assertThatThrownBy(() -> ask("up"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(told);
  }

  @Test
  void aRefusalIsTold() {
    answer =
        """
        {"status": "error", "errorType": "bad_data", "error": "unexpected end of input"}""";

    assertThatThrownBy(() -> ask("sum(")).hasMessageContaining("unexpected end of input");
  }

  @Test
  void whatIsNoPrometheusIsTold() {
    answer = "<html>";

    assertThatThrownBy(() -> ask("up")).hasMessageContaining("appenv.external-metrics.prometheus");
  }

  @Test
  void nobodyIsAskedWhereNoneIsNamed() {
    assertThatThrownBy(() -> new PrometheusQueries(Optional.<String>empty()).ask("up"))
        .hasMessageContaining("appenv.external-metrics.prometheus");
  }

  @Test
  void oneThatDoesNotAnswerIsTold() {
    server.stop(0);

    assertThatThrownBy(() -> ask("up")).hasMessageContaining("does not answer");
  }
}
