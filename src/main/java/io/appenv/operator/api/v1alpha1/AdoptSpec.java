package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A data store that exists in AWS and is to become the environment's. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AdoptSpec(
    @Required
        @Size(max = 63)
        @ValidationRule(
            value = "self.matches('^[a-z](-?[a-z0-9])*$')",
            message =
                "write the identifier of an RDS instance: a lower case letter, then lower case "
                    + "letters, digits and single hyphens, for example shop-db")
        @JsonPropertyDescription(
            "Identifier of the RDS instance, for example shop-db. The instance must carry the tag "
                + "appenv.io/adoptable-by with the environment's namespace/name, or have been left "
                + "behind by an environment of this name. Nothing is changed before the plan is "
                + "approved; status.adoption tells what differs. It may be removed once the "
                + "database is released, not changed. Required. Change: in place.")
        String identifier) {}
