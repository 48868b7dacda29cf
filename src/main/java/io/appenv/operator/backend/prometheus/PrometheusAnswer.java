package io.appenv.operator.backend.prometheus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appenv.operator.autoscaling.Sample;
import java.math.BigDecimal;
import java.time.Instant;

/** The answer to an instant query, as the HTTP API of Prometheus describes it. */
final class PrometheusAnswer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PrometheusAnswer() {}

  /** The one number it has to hold: several would have to be added up in the query. */
  static Sample read(String body) {
    var answer = parse(body);
    if (!answer.path("status").asText().equals("success")) {
      throw PrometheusQueries.failure(
          "Prometheus refuses the query: %s."
              .formatted(answer.path("error").asText("it gives no reason")));
    }
    var result = answer.path("data").path("result");
    return switch (answer.path("data").path("resultType").asText()) {
      case "scalar" -> sample(result);
      case "vector" -> sample(only(result).path("value"));
      default ->
          throw PrometheusQueries.failure(
              "The query has a result of many moments: let its result be one number.");
    };
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException foreign) {
      throw PrometheusQueries.failure(
          "What answers at the address of Prometheus is none: check"
              + " appenv.external-metrics.prometheus.");
    }
  }

  private static JsonNode only(JsonNode series) {
    if (series.size() != 1) {
      throw PrometheusQueries.failure(
          series.isEmpty()
              ? "The query finds no series in Prometheus: check the name of the metric and its"
                  + " labels."
              : "The query finds several series in Prometheus: add them up, as by sum().");
    }
    return series.get(0);
  }

  /** A pair of seconds and a number in quotes, which may be NaN where a rate has nothing. */
  private static Sample sample(JsonNode pair) {
    try {
      var value = new BigDecimal(pair.path(1).asText()).doubleValue();
      var millis = pair.path(0).decimalValue().movePointRight(3).longValue();
      return new Sample(value, Instant.ofEpochMilli(millis));
    } catch (NumberFormatException notOne) {
      throw PrometheusQueries.failure("The result of the query in Prometheus is no number.");
    }
  }
}
