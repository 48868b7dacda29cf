package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import org.jspecify.annotations.Nullable;

/** What ScaleOverrides may do to an environment, beside the limits of its tiers. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OverridesSpec(
    @Default("Refused")
        @JsonPropertyDescription(
            "Whether a ScaleOverride may have another instance class of the database and more nodes "
                + "of the cache: Refused or Allowed. These are changes like any other, with their "
                + "interruptions, windows and approvals. Default: Refused. Change: in place.")
        @Nullable DataServiceOverrides dataServices) {}
