package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A cache that exists in AWS and is to become the environment's. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AdoptCacheSpec(
    @Required
        @Size(max = 40)
        @ValidationRule(
            value = "self.matches('^[a-z](-?[a-z0-9])*$')",
            message =
                "write the identifier of a replication group: a lower case letter, then lower "
                    + "case letters, digits and single hyphens, for example shop-cache")
        @JsonPropertyDescription(
            "Identifier of the ElastiCache replication group, for example shop-cache. The group "
                + "must carry the tag appenv.io/adoptable-by with the environment's "
                + "namespace/name, or have been left behind by an environment of this name. Nothing is changed before the plan is "
                + "approved; status.adoption tells what differs. It may be removed once the cache "
                + "is released, not changed. Required. Change: in place.")
        String identifier) {}
