package io.appenv.operator.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiPathTest {

  @ParameterizedTest
  @CsvSource({
    "/apis,Groups",
    "/apis/,Groups",
    "/apis/external.metrics.k8s.io,Group",
    "/apis/external.metrics.k8s.io/v1beta1,Resources",
    "/apis/external.metrics.k8s.io/v1beta1/,Resources",
    "/apis/external.metrics.k8s.io/v1beta1/namespaces/shop/some-metric,Metric",
    "/apis/external.metrics.k8s.io/v1beta1/namespaces/shop,Other",
    "/apis/external.metrics.k8s.io/v1/namespaces/shop/some-metric,Other",
    "/apis/custom.metrics.k8s.io/v1beta1,Other",
    "/openapi/v2,Other",
    "/,Other"
  })
  void aPathIsOneThing(String path, String kind) {
    assertThat(ApiPath.parse(path).getClass().getSimpleName()).isEqualTo(kind);
  }

  @Test
  void aMetricHasANamespaceAndAName() {
    var path = "/apis/external.metrics.k8s.io/v1beta1/namespaces/shop/some-metric";

    assertThat(ApiPath.parse(path)).isEqualTo(new ApiPath.Metric(path, "shop", "some-metric"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "labelSelector=appenv.io%2Ftier%3Dfrontend%2Ca%3Db | appenv.io/tier | frontend",
        "x=y&labelSelector=appenv.io/tier==web | appenv.io/tier | web"
      })
  void equalLabelsAreRead(String query, String key, String value) {
    assertThat(LabelQuery.parse(query).orElseThrow()).containsEntry(key, value);
  }

  @Test
  void noSelectorSelectsAll() {
    assertThat(LabelQuery.parse("")).isEqualTo(Optional.of(Map.of()));
  }

  /** A condition that is not understood must not be taken for none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "labelSelector=tier%20in%20(a%2Cb)",
        "labelSelector=tier!%3Da",
        "labelSelector=tier",
        "labelSelector=a%3Db%2C"
      })
  void whatElseIsAskedIsNotReadAsEverything(String query) {
    assertThat(LabelQuery.parse(query)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2500,2500",
    "0,0",
    "2.5,2500m",
    "0.0004,0",
    "1234567.891,1234567891m",
    "1e12,1000000000000"
  })
  void aNumberIsAQuantity(double value, String written) {
    assertThat(MetricValues.quantity(value)).isEqualTo(written);
  }
}
