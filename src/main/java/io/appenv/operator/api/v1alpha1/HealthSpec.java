package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** How a pod of a tier proves that it can serve. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"path", "port", "startupTimeout"})
public record HealthSpec(
    @Size(max = 253)
        @ValidationRule(
            value = "self == '' || self.matches('^/[^ ]*$')",
            message = "write the path of an HTTP request, starting with /, for example /healthz")
        @JsonPropertyDescription(
            "Path of an HTTP GET that answers 200 to 399 when the pod can serve, for "
                + "example /healthz. Default: a TCP connection is enough. Change: restart.")
        @Nullable String path,
    @Min(1)
        @Max(65535)
        @JsonPropertyDescription(
            "Port to ask, 1 to 65535. Default: the first port that the tier accepts. "
                + "Change: restart.")
        @Nullable Integer port,
    @Default("5m")
        @Size(max = 20)
        @ValidationRule(
            value =
                "self.matches('^[1-9][0-9]{0,4}(s|m)$') && duration(self) >= duration('10s') "
                    + "&& duration(self) <= duration('60m')",
            message = "write a time from 10s to 60m as a whole number and s or m, for example 5m")
        @JsonPropertyDescription(
            "How long a pod may take from its start to its first healthy answer before it "
                + "is restarted, in s or m, for example 5m; 10s to 60m. Default: 5m. Change: "
                + "restart.")
        @Nullable String startupTimeout) {}
