package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** One AWS resource of an environment. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "service",
  "kind",
  "name",
  "arn",
  "state",
  "since",
  "observed",
  "deletionPolicy"
})
public record ResourceStatus(
    @JsonPropertyDescription("AWS service, for example rds.") String service,
    @JsonPropertyDescription("Kind of resource within the service, for example db-instance.")
        String kind,
    @JsonPropertyDescription("Name of the resource within its kind and region.") String name,
    @JsonPropertyDescription("Amazon resource name, once AWS has told it.") @Nullable String arn,
    @JsonPropertyDescription(
            "State in the words of AWS, for example available; Intended while nothing has "
                + "been seen yet.")
        String state,
    @JsonPropertyDescription("When the intent to create it was written down, RFC 3339 in UTC.")
        @Nullable String since,
    @JsonPropertyDescription("Whether the resource has been seen in AWS.")
        @Nullable Boolean observed,
    @JsonPropertyDescription(
            "What happens to it when the environment is deleted: Snapshot, Retain or " + "Delete.")
        @Nullable String deletionPolicy) {}
