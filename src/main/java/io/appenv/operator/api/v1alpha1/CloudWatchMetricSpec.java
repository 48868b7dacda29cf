package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One series of CloudWatch, in the environment's region. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"namespace", "metricName", "dimensions", "statistic"})
public record CloudWatchMetricSpec(
    @Required
        @Size(min = 1, max = 255)
        @ValidationRule(
            value = "self.matches('^[^:][^:]*$')",
            message = "a namespace of CloudWatch has no colon; write for example Shop/Web")
        @JsonPropertyDescription(
            "Namespace in CloudWatch, for example Shop/Web; 1 to 255 characters. Required. Change: "
                + "in place.")
        String namespace,
    @Required
        @Size(min = 1, max = 255)
        @JsonPropertyDescription(
            "Name of the metric, for example Requests; 1 to 255 characters. Required. Change: in "
                + "place.")
        String metricName,
    @Size(max = 30)
        @JsonPropertyDescription(
            "All dimensions of the series, at most 30: with any less it is another one, of which "
                + "CloudWatch knows nothing. Default: none. Change: in place.")
        Map<String, @Size(max = 1024) String> dimensions,
    @Default("Sum")
        @JsonPropertyDescription(
            "What is made of the values of a minute: Sum, Average, Minimum, Maximum, or "
                + "SampleCount, the number of values. Default: Sum. Change: in place.")
        @Nullable Statistic statistic) {

  public CloudWatchMetricSpec {
    dimensions =
        dimensions == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(dimensions));
  }

  /** The statistics of CloudWatch, by its own names. */
  public enum Statistic {
    Sum,
    Average,
    Minimum,
    Maximum,
    SampleCount
  }
}
