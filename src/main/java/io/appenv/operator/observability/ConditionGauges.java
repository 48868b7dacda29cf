package io.appenv.operator.observability;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.fabric8.kubernetes.api.model.Condition;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The conditions of each environment, as metrics: 1 is True, 0 is False and -1 is Unknown. */
@ApplicationScoped
public class ConditionGauges {

  private static final String NAME = "appenv.environment.condition";

  private final MeterRegistry meters;
  private final Map<ResourceID, Map<String, Shown>> shown = new ConcurrentHashMap<>();

  /** The value changes while the meter stays. */
  private static final class Shown {
    private final Gauge gauge;
    private volatile int value;

    private Shown(MeterRegistry meters, ResourceID owner, String type) {
      gauge =
          Gauge.builder(NAME, this, it -> it.value)
              .description("Conditions of environments: 1 is True, 0 is False, -1 is Unknown")
              .tag("namespace", owner.getNamespace().orElse(""))
              .tag("name", owner.getName())
              .tag("type", type)
              .register(meters);
    }
  }

  ConditionGauges(MeterRegistry meters) {
    this.meters = meters;
  }

  /** What the status of an environment says now. */
  public void show(AppEnvironment environment) {
    var values =
        Optional.ofNullable(environment.getStatus())
            .map(AppEnvironmentStatus::conditions)
            .orElse(List.of())
            .stream()
            .collect(Collectors.toMap(Condition::getType, ConditionGauges::value));
    var owner = ResourceID.fromResource(environment);
    var rows = shown.computeIfAbsent(owner, _ -> new ConcurrentHashMap<>());
    values.forEach(
        (type, value) ->
            rows.computeIfAbsent(type, it -> new Shown(meters, owner, it)).value = value);
    rows.entrySet().stream()
        .filter(row -> !values.containsKey(row.getKey()))
        .toList()
        .forEach(
            row -> {
              rows.remove(row.getKey());
              meters.remove(row.getValue().gauge);
            });
  }

  /** Of an environment that has gone. */
  public void forget(AppEnvironment environment) {
    Optional.ofNullable(shown.remove(ResourceID.fromResource(environment)))
        .ifPresent(rows -> rows.values().forEach(it -> meters.remove(it.gauge)));
  }

  private static int value(Condition condition) {
    return switch (condition.getStatus()) {
      case "True" -> 1;
      case "False" -> 0;
      default -> -1;
    };
  }
}
