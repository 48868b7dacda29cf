package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/** A query to Prometheus. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PrometheusQuerySpec(
    @Required
        @Size(min = 1, max = 2048)
        @JsonPropertyDescription(
            "Query in PromQL whose result is one number of requests per minute, for example "
                + "sum(rate(http_requests_total{namespace=\"shop\"}[2m])) * 60; 1 to 2048 "
                + "characters. Required. Change: in place.")
        String query) {}
