package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** The existing network that an environment joins. Nothing of it is changed. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"vpc", "subnets"})
public record NetworkSpec(
    @Required
        @ValidationRule(
            value = "self == oldSelf",
            message =
                "the VPC of an environment cannot be changed, because a database cannot move "
                    + "to another; create another environment and restore a snapshot there; "
                    + "docs/playbooks.md#specnetworkvpcid")
        @JsonPropertyDescription(
            "The VPC, by id or by tags. Required. Change: replacement, refused.")
        @Nullable VpcSelector vpc,
    @JsonPropertyDescription(
            "The subnets of the VPC for the database and the cache, in at least two "
                + "availability zones, by ids or by tags. Default: the VPC's private subnets, "
                + "which are those tagged kubernetes.io/role/internal-elb=1. Change: in place.")
        @Nullable SubnetSelector subnets) {}
