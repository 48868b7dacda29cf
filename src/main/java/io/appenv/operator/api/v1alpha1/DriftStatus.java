package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** A setting that somebody changed in AWS. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"field", "wished", "found", "since", "handling"})
public record DriftStatus(
    @JsonPropertyDescription("The field below spec, for example database.backup.pointInTime.")
        String field,
    @JsonPropertyDescription("What the spec wishes.") String wished,
    @JsonPropertyDescription("What AWS shows instead.") String found,
    @JsonPropertyDescription("When it was first seen, RFC 3339 in UTC.") String since,
    @JsonPropertyDescription(
            "What becomes of it: corrected, corrected after approval, cannot be corrected, or "
                + "reported.")
        String handling) {}
