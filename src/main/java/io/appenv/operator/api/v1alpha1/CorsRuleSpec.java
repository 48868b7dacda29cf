package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which scripts of web pages may use the bucket. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "allowedOrigins",
  "allowedMethods",
  "allowedHeaders",
  "exposeHeaders",
  "maxAgeSeconds"
})
public record CorsRuleSpec(
    @Required
        @Size(min = 1, max = 20)
        @ValidationRule(value = FileRules.ORIGINS, message = FileRules.ORIGINS_MESSAGE)
        @JsonPropertyDescription(
            "Where the pages come from, scheme and host, for example https://shop.example.com; 1 to "
                + "20. Required. Change: in place.")
        List<@Size(max = 200) String> allowedOrigins,
    @Required
        @Size(min = 1, max = 5)
        @ValidationRule(value = FileRules.METHODS, message = FileRules.METHODS_MESSAGE)
        @JsonPropertyDescription(
            "What they may do: GET, HEAD, PUT, POST, DELETE. Required. Change: in place.")
        List<@Size(max = 10) String> allowedMethods,
    @Size(max = 20)
        @JsonPropertyDescription(
            "Headers that their requests may have, for example content-type, or *; at most 20. "
                + "Default: none but those that browsers allow anyway. Change: in place.")
        List<@Size(max = 100) String> allowedHeaders,
    @Size(max = 20)
        @JsonPropertyDescription(
            "Headers of answers that they may read, for example ETag; at most 20. Default: none but "
                + "those that browsers allow anyway. Change: in place.")
        List<@Size(max = 100) String> exposeHeaders,
    @Default("3600")
        @Min(0)
        @Max(86400)
        @JsonPropertyDescription(
            "For how many seconds browsers remember the answer, 0 to 86400. Default: 3600. Change: "
                + "in place.")
        @Nullable Integer maxAgeSeconds) {

  public CorsRuleSpec {
    allowedOrigins = allowedOrigins == null ? List.of() : List.copyOf(allowedOrigins);
    allowedMethods = allowedMethods == null ? List.of() : List.copyOf(allowedMethods);
    allowedHeaders = allowedHeaders == null ? List.of() : List.copyOf(allowedHeaders);
    exposeHeaders = exposeHeaders == null ? List.of() : List.copyOf(exposeHeaders);
  }
}
