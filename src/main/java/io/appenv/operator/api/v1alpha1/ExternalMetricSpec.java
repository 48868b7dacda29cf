package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A metric that another provider of external.metrics.k8s.io serves. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"metricName", "selector"})
public record ExternalMetricSpec(
    @Required
        @Size(min = 1, max = 253)
        @ValidationRule(
            value = "self.matches('^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$')",
            message =
                "a metric's name is a part of a path: letters, digits, dots, hyphens and "
                    + "underscores, for example s0-prometheus")
        @JsonPropertyDescription(
            "Name of the metric there, for example s0-prometheus; 1 to 253 characters. Required. "
                + "Change: in place.")
        String metricName,
    @Size(max = 10)
        @JsonPropertyDescription(
            "Labels that select its series, at most 10. Default: none. Change: in place.")
        Map<String, @Size(max = 63) String> selector) {

  public ExternalMetricSpec {
    selector = selector == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(selector));
  }
}
