package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A Redis cache. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "version",
  "nodeType",
  "nodes",
  "snapshot",
  "maintenanceWindow",
  "kmsKeyId",
  "deletionPolicy"
})
public record CacheSpec(
    @Required
        @Size(min = 1, max = 6)
        @JsonPropertyDescription(
            "Redis OSS version, major.minor, for example \"7.1\": 6.2, 7.0 or 7.1. Never "
                + "lower than before. Required. Change: restart.")
        String version,
    @Required
        @Size(min = 5, max = 30)
        @JsonPropertyDescription(
            "ElastiCache node type, for example cache.t3.medium. Not used in Development. "
                + "Required. Change: in place.")
        String nodeType,
    @Required
        @Min(1)
        @Max(6)
        @JsonPropertyDescription(
            "Number of nodes, 1 to 6: one primary, the rest replicas that take over when it "
                + "fails. At least 2 in Production; Development always runs one. Required. "
                + "Change: in place.")
        Integer nodes,
    @JsonPropertyDescription(
            "Daily snapshots. Not used in Development. Default: kept for 1 day, from 16:00 "
                + "to 17:00 UTC. Change: in place.")
        @Nullable SnapshotSpec snapshot,
    @Default("sun:20:00-sun:21:00")
        @Size(min = 1, max = 30)
        @JsonPropertyDescription(
            "Weekly window, in UTC, in which AWS and restarts may interrupt the cache: "
                + "ddd:hh:mm-ddd:hh:mm, for example sun:20:00-sun:21:00; 60 minutes to 24 hours, "
                + "apart from snapshot.window. Not used in Development. Default: "
                + "sun:20:00-sun:21:00. Change: in place.")
        @Nullable String maintenanceWindow,
    @Size(min = 1, max = 256)
        @JsonPropertyDescription(
            "KMS key that encrypts the data on disk: a key id, key ARN, alias/name or alias "
                + "ARN. Not used in Development. Default: a key that ElastiCache owns. Change: "
                + "replacement, refused.")
        @Nullable String kmsKeyId,
    @JsonPropertyDescription(
            "What happens to the data when the environment is deleted: Snapshot (a final "
                + "snapshot first), Retain (the cache stays), Delete (nothing is kept; needs "
                + "operations.confirmDeletion). Snapshot is not possible in Development. Default: "
                + "Snapshot in Production and Staging, Retain in Development. Change: in place.")
        @Nullable DeletionPolicy deletionPolicy) {}
