package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "version",
  "instanceClass",
  "storage",
  "storageType",
  "multiAZ",
  "kmsKeyId",
  "backup",
  "maintenanceWindow",
  "deletionPolicy",
  "deletionProtection",
  "name"
})
public record DatabaseSpec(
    @Required
        @Size(min = 2, max = 6)
        @JsonPropertyDescription(
            "PostgreSQL version, major or major.minor, for example \"17\" or \"17.6\"; majors "
                + "13 to 18. With a major only, minor upgrades come by themselves in the "
                + "maintenance window. Never lower than before. A database may only be upgraded "
                + "by one write at a time. Required. Change: restart.")
        String version,
    @Required
        @Size(min = 5, max = 30)
        @JsonPropertyDescription(
            "RDS instance class, for example db.t3.medium. Not used in Development. "
                + "Required. Change: restart.")
        String instanceClass,
    @Required
        @Size(min = 3, max = 9)
        @JsonPropertyDescription(
            "Size of the volume in Gi, for example 100Gi; 20Gi to 65536Gi. It may grow, "
                + "never shrink. Required. Change: in place.")
        String storage,
    @Default("gp3")
        @JsonPropertyDescription(
            "Kind of EBS volume: gp3 or gp2. Not used in Development. Default: gp3. Change: "
                + "in place.")
        @Nullable StorageType storageType,
    @JsonPropertyDescription(
            "Whether a synchronous standby in a second availability zone takes over when "
                + "the first fails. Not used in Development. Default: true in Production, false "
                + "otherwise. Change: in place.")
        @Nullable Boolean multiAZ,
    @Size(min = 1, max = 256)
        @JsonPropertyDescription(
            "KMS key that encrypts the volume: a key id, key ARN, alias/name or alias ARN. "
                + "Not used in Development. Default: the account's key for RDS (aws/rds). Change: "
                + "replacement, refused.")
        @Nullable String kmsKeyId,
    @JsonPropertyDescription(
            "Automated backups. Not used in Development. Default: 7 days, from 17:00 to "
                + "18:00 UTC. Change: in place.")
        @Nullable BackupSpec backup,
    @Default("sun:18:30-sun:19:30")
        @Size(min = 1, max = 30)
        @JsonPropertyDescription(
            "Weekly window, in UTC, in which AWS and restarts may interrupt the database: "
                + "ddd:hh:mm-ddd:hh:mm, for example sun:18:30-sun:19:30; 30 minutes to 24 hours, "
                + "apart from backup.window. Not used in Development. Default: "
                + "sun:18:30-sun:19:30. Change: in place.")
        @Nullable String maintenanceWindow,
    @JsonPropertyDescription(
            "What happens to the data when the environment is deleted: Snapshot (a final "
                + "snapshot first), Retain (the database stays), Delete (nothing is kept; needs "
                + "operations.confirmDeletion). Snapshot is not possible in Development. Default: "
                + "Snapshot in Production and Staging, Retain in Development. Change: in place.")
        @Nullable DeletionPolicy deletionPolicy,
    @Default("true")
        @JsonPropertyDescription(
            "Whether AWS refuses to delete the database, whoever asks, while the "
                + "environment lives. Not used in Development. Default: true. Change: in place.")
        @Nullable Boolean deletionProtection,
    @Default("app")
        @Size(min = 1, max = 63)
        @JsonPropertyDescription(
            "Name of the first database in the instance: a letter, then letters, digits or "
                + "underscores, at most 63 characters. Default: app. Change: immutable.")
        @Nullable String name) {}
