package io.appenv.operator.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConditionGaugesTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ConditionGauges gauges = new ConditionGauges(meters);

  @Test
  void eachConditionHasItsNumber() {
    gauges.show(
        environment(
            "production", Map.of("Ready", "True", "CacheReady", "False", "Stalled", "Unknown")));

    assertThat(shown("production"))
        .isEqualTo(Map.of("Ready", 1.0, "CacheReady", 0.0, "Stalled", -1.0));
  }

  @Test
  void aConditionChangesAndGoes() {
    gauges.show(environment("production", Map.of("Ready", "True", "CacheReady", "True")));
    gauges.show(environment("production", Map.of("Ready", "False")));

    assertThat(shown("production")).isEqualTo(Map.of("Ready", 0.0));
  }

  @Test
  void anEnvironmentGoesAloneAndComesBack() {
    gauges.show(environment("production", Map.of("Ready", "True")));
    gauges.show(environment("staging", Map.of("Ready", "True")));
    gauges.forget(environment("production", Map.of()));

    assertThat(shown("production")).isEmpty();
    assertThat(shown("staging")).isEqualTo(Map.of("Ready", 1.0));

    gauges.show(environment("production", Map.of("Ready", "False")));
    assertThat(shown("production")).isEqualTo(Map.of("Ready", 0.0));
  }

  private Map<String, Double> shown(String name) {
    return meters.find("appenv.environment.condition").tags("name", name).gauges().stream()
        .collect(Collectors.toMap(it -> it.getId().getTag("type"), Gauge::value));
  }

  private static AppEnvironment environment(String name, Map<String, String> conditions) {
    var environment = new AppEnvironment();
    environment.setMetadata(new ObjectMetaBuilder().withNamespace("shop").withName(name).build());
    var rows =
        conditions.entrySet().stream()
            .map(it -> Map.of("type", it.getKey(), "status", it.getValue()))
            .toList();
    environment.setStatus(
        Serialization.unmarshal(
            Serialization.asJson(Map.of("conditions", rows)), AppEnvironmentStatus.class));
    return environment;
  }
}
