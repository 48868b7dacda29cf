package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spec with every default filled in and every name looked up. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "stage",
  "region",
  "backend",
  "vpcId",
  "subnetIds",
  "loadBalancerRanges",
  "ingress",
  "database",
  "cache",
  "files",
  "configuration",
  "tiers",
  "overrides"
})
public record EffectiveStatus(
    @JsonPropertyDescription("The stage that picked the defaults.") Stage stage,
    @JsonPropertyDescription("AWS region. Absent in Development.") @Nullable String region,
    @JsonPropertyDescription("Who makes the calls that change AWS. Absent in Development.")
        @Nullable AwsBackend backend,
    @JsonPropertyDescription("Id of the VPC that was found.") @Nullable String vpcId,
    @JsonPropertyDescription("Ids of the subnets that were found, sorted.") List<String> subnetIds,
    @JsonPropertyDescription(
            "Addresses of the public subnets that were found, in CIDR notation, sorted: from "
                + "there load balancers connect to the tiers. Absent in Development.")
        List<String> loadBalancerRanges,
    @JsonPropertyDescription(
            "How the environment is reached from outside, with every default filled in.")
        @Nullable IngressSpec ingress,
    @JsonPropertyDescription("The database with every default filled in.")
        @Nullable DatabaseSpec database,
    @JsonPropertyDescription("The cache with every default filled in.") @Nullable CacheSpec cache,
    @JsonPropertyDescription("The bucket with every default filled in.") @Nullable FilesSpec files,
    @JsonPropertyDescription("What is published, with every default filled in.")
        @Nullable ConfigurationSpec configuration,
    @JsonPropertyDescription(
            "The tiers with every default filled in, and with the numbers of pods that count now.")
        List<TierSpec> tiers,
    @JsonPropertyDescription(
            "Which sizes are not the spec's own now, by which ScaleOverride, and until when.")
        List<String> overrides) {

  public EffectiveStatus {
    subnetIds = subnetIds == null ? List.of() : List.copyOf(subnetIds);
    loadBalancerRanges = loadBalancerRanges == null ? List.of() : List.copyOf(loadBalancerRanges);
    tiers = tiers == null ? List.of() : List.copyOf(tiers);
    overrides = overrides == null ? List.of() : List.copyOf(overrides);
  }

  /** The same with other numbers of pods, and what is said of them. */
  public EffectiveStatus with(List<TierSpec> scaled, List<String> said) {
    return new EffectiveStatus(
        stage,
        region,
        backend,
        vpcId,
        subnetIds,
        loadBalancerRanges,
        ingress,
        database,
        cache,
        files,
        configuration,
        scaled,
        said);
  }

  /** Of it only what overrides have to do with. */
  EffectiveStatus ofOverrides() {
    return new EffectiveStatus(
        stage, null, null, null, List.of(), List.of(), null, database, cache, null, null, List.of(),
        overrides);
  }
}
