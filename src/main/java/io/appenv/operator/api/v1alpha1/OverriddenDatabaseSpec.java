package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Another size of the database. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OverriddenDatabaseSpec(
    @Required
        @Size(max = 40)
        @ValidationRule(
            value =
                "self.matches('^db[.][tmr][0-9][a-z]*[.](micro|small|medium|large|[0-9]{0,2}xlarge)$')",
            message =
                "write an RDS instance class of the families t, m or r, whose sizes can be compared, "
                    + "for example db.r6g.large")
        @JsonPropertyDescription(
            "RDS instance class of the families t, m or r, for example db.r6g.large; one with less "
                + "memory than the environment's own is not taken. Required.")
        String instanceClass) {}
