package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/** The certificate of an environment, as AWS Certificate Manager tells of it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"arn", "state", "notAfter", "renewal", "validationRecord"})
public record CertificateStatus(
    @JsonPropertyDescription("ARN of the certificate.") String arn,
    @JsonPropertyDescription("State in the words of ACM, for example ISSUED.") String state,
    @JsonPropertyDescription("When it expires, in UTC. Absent before it is issued.")
        @Nullable String notAfter,
    @JsonPropertyDescription(
            "How the renewal stands, in the words of ACM, for example PENDING_VALIDATION. Absent "
                + "while none is under way.")
        @Nullable String renewal,
    @JsonPropertyDescription(
            "The record by which ACM sees whose the host is. Absent for a certificate that the spec "
                + "names.")
        @Nullable DnsRecordStatus validationRecord) {}
