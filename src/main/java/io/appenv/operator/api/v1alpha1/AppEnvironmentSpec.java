package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One environment as its owner declares it: tiers, data stores and where they live. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"stage", "aws", "network", "tiers", "database", "cache", "operations"})
public record AppEnvironmentSpec(
    @Required
        @JsonPropertyDescription(
            "What the environment is for; it picks the defaults that the other fields name. "
                + "Production and Staging run on AWS; Development runs its data stores in the "
                + "cluster and takes neither aws nor network. Required. Change: immutable.")
        Stage stage,
    @JsonPropertyDescription(
            "Where in AWS the database and the cache live. Required in Production and "
                + "Staging, not allowed in Development. Change: immutable.")
        @Nullable AwsSpec aws,
    @JsonPropertyDescription(
            "The existing VPC and subnets that the database and the cache join. Required in "
                + "Production and Staging, not allowed in Development. Change: replacement, "
                + "refused.")
        @Nullable NetworkSpec network,
    @Required
        @Size(min = 1, max = 10)
        @JsonPropertyDescription(
            "The parts of the application that run as pods, keyed by name; 1 to 10, for "
                + "example frontend and backend. Adding or removing a tier leaves the others "
                + "alone. Required. Change: in place.")
        List<TierSpec> tiers,
    @JsonPropertyDescription(
            "The PostgreSQL database: Amazon RDS in Production and Staging, a StatefulSet "
                + "in Development. May be added to a live environment, not removed from it. "
                + "Default: none. Change: in place.")
        @Nullable DatabaseSpec database,
    @JsonPropertyDescription(
            "The Redis cache: Amazon ElastiCache in Production and Staging, a StatefulSet "
                + "running Valkey in Development. May be added to a live environment, not removed "
                + "from it. Default: none. Change: in place.")
        @Nullable CacheSpec cache,
    @JsonPropertyDescription(
            "Switches for the person who operates the environment. Default: none set. "
                + "Change: in place.")
        @Nullable OperationsSpec operations) {

  public AppEnvironmentSpec {
    tiers = tiers == null ? List.of() : List.copyOf(tiers);
  }
}
