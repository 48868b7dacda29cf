package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Switches for the person who operates an environment. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"paused", "confirmDeletion"})
public record OperationsSpec(
    @Default("false")
        @JsonPropertyDescription(
            "While true, nothing in AWS and nothing in the cluster is created, changed or "
                + "deleted for this environment; the status goes on being reported. Default: "
                + "false. Change: in place.")
        @Nullable Boolean paused,
    @Size(max = 253)
        @JsonPropertyDescription(
            "The environment's own name, written here to confirm that data whose "
                + "deletionPolicy is Delete may be destroyed without a snapshot. Default: not "
                + "confirmed. Change: in place.")
        @Nullable String confirmDeletion) {}
