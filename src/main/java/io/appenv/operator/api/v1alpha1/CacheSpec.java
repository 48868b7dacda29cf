package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A Redis cache. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "version",
  "nodeType",
  "nodes",
  "parameters",
  "snapshot",
  "maintenanceWindow",
  "kmsKeyId",
  "deletionPolicy",
  "adopt",
  "release"
})
@ValidationRule(
    value = WindowRules.SNAPSHOT_APART,
    message =
        "snapshot.window overlaps maintenanceWindow; move one of the two, for example "
            + "snapshot.window: 16:00-17:00 and maintenanceWindow: sun:20:00-sun:21:00",
    fieldPath = ".snapshot.window")
@ValidationRule(
    value =
        "(has(self.kmsKeyId) ? self.kmsKeyId : '') == (has(oldSelf.kmsKeyId) ? "
            + "oldSelf.kmsKeyId : '')",
    message =
        "the key of an encrypted cache cannot be changed; put kmsKeyId back as it "
            + "was, or create another environment and restore a snapshot there; "
            + "docs/playbooks.md#speccachekmskeyid")
@ValidationRule(
    value =
        "!has(self.adopt) || !has(oldSelf.adopt) || "
            + "self.adopt.identifier == oldSelf.adopt.identifier",
    message =
        "an environment has one cache, so another one cannot be adopted in its place; put it back "
            + "as it was, or set release to true, remove adopt, and write another then; "
            + "docs/playbooks.md#speccacheadoptidentifier",
    fieldPath = ".adopt.identifier")
@ValidationRule(
    value = "!has(self.adopt) || !has(self.parameters)",
    message =
        "an adopted cache keeps the parameter group it has; set parameters there, and remove "
            + "parameters here",
    fieldPath = ".parameters")
public record CacheSpec(
    @Required
        @Size(max = 20)
        @ValidationRule(
            value = "self.matches('^(6[.][02]|7[.][01])$')",
            message = "write a Redis version: \"6.2\", \"7.0\" or \"7.1\"")
        @JsonPropertyDescription(
            "Redis OSS version, major.minor, for example \"7.1\": 6.0, 6.2, 7.0 or 7.1. Never "
                + "lower than what runs; another major version, which cannot be taken back, waits "
                + "for approval. Required. Change: restart.")
        String version,
    @Required
        @Size(max = 40)
        @ValidationRule(
            value =
                "self.matches('^cache[.][a-z][a-z0-9]*[.](micro|small|medium|large|xlarge|(2|3|4|6|8|9|10|12|16|18|24|32|48)xlarge|metal)$')",
            message =
                "write an ElastiCache node type: cache, family and size, for example "
                    + "cache.t3.medium")
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
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Size(max = 50)
        @ValidationRule(
            value = "self.all(name, name.matches('^[a-z][a-z0-9-]{0,99}$'))",
            message =
                "write the names of parameters as Redis does, a lower case letter, then lower "
                    + "case letters, digits and hyphens, for example maxmemory-policy")
        @JsonPropertyDescription(
            "Engine parameters by name, for example {maxmemory-policy: allkeys-lru}; at most 50. "
                + "They are set at once; those that need a restart of the nodes are refused. What "
                + "is taken out goes back to its default, as does what somebody set by hand; {} "
                + "leaves none. Not used in Development. Default: the parameter group that the "
                + "cache has stays as it is. Change: in place.")
        @Nullable Map<String, @Size(min = 1, max = 1024) String> parameters,
    @Default("{}")
        @JsonPropertyDescription(
            "Daily snapshots. Not used in Development. Default: kept for 1 day, from 16:00 "
                + "to 17:00 UTC. Change: in place.")
        @Nullable SnapshotSpec snapshot,
    @Default("sun:20:00-sun:21:00")
        @Size(max = 40)
        @ValidationRule(
            value =
                WindowRules.WEEKLY
                    + " && "
                    + WindowRules.WEEKLY_MINUTES
                    + " >= 60 && "
                    + WindowRules.WEEKLY_MINUTES
                    + " < 1440",
            message =
                "write a weekly window in UTC as ddd:hh:mm-ddd:hh:mm with lower case days, 60 "
                    + "minutes to less than 24 hours long, for example sun:20:00-sun:21:00")
        @JsonPropertyDescription(
            "Weekly window, in UTC, in which AWS and restarts may interrupt the cache: "
                + "ddd:hh:mm-ddd:hh:mm, for example sun:20:00-sun:21:00; 60 minutes to less than "
                + "24 hours, apart from snapshot.window. Not used in Development. Default: "
                + "sun:20:00-sun:21:00. Change: in place.")
        @Nullable String maintenanceWindow,
    @Size(max = 256)
        @ValidationRule(
            value =
                "self.matches('^([0-9a-f-]{36}|mrk-[0-9a-f]{32}|alias/[a-zA-Z0-9/_-]+|arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/[a-zA-Z0-9/_-]+)$')",
            message =
                "write a KMS key id, a key ARN, alias/name or an alias ARN, for example "
                    + "alias/shop")
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
        @Nullable DeletionPolicy deletionPolicy,
    @JsonPropertyDescription(
            "An existing replication group that becomes the environment's cache, in place of one "
                + "that the operator creates. Its subnet group and parameter group stay as they are. Not allowed in "
                + "Development. Default: none. Change: in place.")
        @Nullable AdoptCacheSpec adopt,
    @Default("false")
        @JsonPropertyDescription(
            "While true, the cache is given up: it is marked so by a tag, then nothing of it is "
                + "managed, and deleting the environment leaves it. False takes it over again, once "
                + "that is approved. Not allowed in Development. Default: false. Change: in place.")
        @Nullable Boolean release) {

  public CacheSpec {
    parameters = parameters == null ? null : Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** The same with another number of nodes. */
  public CacheSpec of(int otherNodes) {
    return new CacheSpec(
        version,
        nodeType,
        otherNodes,
        parameters,
        snapshot,
        maintenanceWindow,
        kmsKeyId,
        deletionPolicy,
        adopt,
        release);
  }
}
