package io.appenv.operator.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a tier has anything that makes its autoscaler choose, by its manifest. */
class TierLimitsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Production  | ''                                             | frontend     | false",
        "Production  | cpuPercent: 70                                 | frontend     | true",
        "Production  | memoryPercent: 80                              | frontend     | true",
        "Production  | requestsPerMinute: 800                         | frontend     | false",
        "Production  | requestsPerMinute: 800                         | LoadBalancer | true",
        "Development | requestsPerMinute: 800                         | LoadBalancer | false",
        "Development | 'requestsPerMinute: 800, requests: {source: Prometheus}' | frontend | true"
      })
  void itIsFoundOut(String stage, String target, String from, boolean hasTarget) {
    var environment =
        Serialization.unmarshal(
            """
            apiVersion: appenv.io/v1alpha1
            kind: AppEnvironment
            metadata: {name: production, namespace: shop}
            spec:
              stage: %s
              tiers:
                - name: backend
                  image: registry.example.com/shop/backend:1.2.3
                  resources: {cpu: "2", memory: 4Gi}
                  accepts: [{from: %s, ports: [8000]}]
                  scaling: {min: 2, max: 2%s}
            """
                .formatted(stage, from, target.isEmpty() ? "" : ", " + target),
            AppEnvironment.class);

    assertThat(TierLimits.of(environment.getSpec()).values())
        .extracting(TierLimits::hasTarget)
        .containsExactly(hasTarget);
  }
}
