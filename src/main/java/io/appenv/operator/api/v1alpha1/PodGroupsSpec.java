package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** What pods carry beside the group of their tier. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PodGroupsSpec(
    @Required
        @Size(max = 40)
        @ValidationRule(
            value = "self.matches('^sg-[0-9a-f]+$')",
            message =
                "write the id of a security group, sg- and hexadecimal digits, for example "
                    + "sg-0a1b2c3d4e5f67890")
        @JsonPropertyDescription(
            "Id of the cluster's own security group, for example sg-0a1b2c3d4e5f67890, which pods "
                + "carry too: names are resolved and probes made through it. Another one counts "
                + "for pods that start afterwards. Required. Change: in place.")
        @Nullable String clusterGroup) {}
