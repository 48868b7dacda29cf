package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** What carries the security groups that are derived from the tiers. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SecurityGroupsSpec(
    @Required
        @JsonPropertyDescription(
            "The pods of each tier carry its group, by security groups for pods of EKS, and the "
                + "database and the cache carry theirs, which let in these pods only; adopted ones "
                + "keep those of others too. Required. Change: in place.")
        @Nullable PodGroupsSpec pods) {}
