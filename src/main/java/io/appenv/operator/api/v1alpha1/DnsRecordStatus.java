package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** A record in DNS. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"name", "type", "value"})
public record DnsRecordStatus(
    @JsonPropertyDescription("Name of the record.") String name,
    @JsonPropertyDescription("Type of the record, for example CNAME.") String type,
    @JsonPropertyDescription("Value of the record.") String value) {}
