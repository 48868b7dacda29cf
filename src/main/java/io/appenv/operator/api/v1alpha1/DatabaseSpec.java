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

/** A PostgreSQL database. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "version",
  "instanceClass",
  "storage",
  "maxStorage",
  "storageType",
  "iops",
  "multiAZ",
  "parameters",
  "caCertificate",
  "performanceInsights",
  "kmsKeyId",
  "replacement",
  "backup",
  "maintenanceWindow",
  "deletionPolicy",
  "deletionProtection",
  "name",
  "adopt",
  "release"
})
@ValidationRule(
    value =
        "!has(self.maxStorage) || !self.maxStorage.matches('^[1-9][0-9]{1,4}Gi$') || "
            + "!self.storage.matches('^[1-9][0-9]{1,4}Gi$') || "
            + "int(self.maxStorage.replace('Gi', '')) * 10 >= "
            + "int(self.storage.replace('Gi', '')) * 11",
    message =
        "maxStorage must be more than storage by a tenth at least, as RDS demands; write for "
            + "example 500Gi, or remove it",
    fieldPath = ".maxStorage")
@ValidationRule(
    value = StorageRules.IOPS_GIVEN,
    message = StorageRules.IOPS_GIVEN_MESSAGE,
    fieldPath = ".storageType")
@ValidationRule(
    value = StorageRules.IOPS_OF_GP3,
    message = StorageRules.IOPS_OF_GP3_MESSAGE,
    fieldPath = ".iops")
@ValidationRule(
    value = StorageRules.IOPS_OF_GP2,
    message = StorageRules.IOPS_OF_GP2_MESSAGE,
    fieldPath = ".iops")
@ValidationRule(
    value = StorageRules.IOPS_OF_IO1,
    message = StorageRules.IOPS_OF_IO1_MESSAGE,
    fieldPath = ".iops")
@ValidationRule(
    value = StorageRules.IOPS_OF_IO2,
    message = StorageRules.IOPS_OF_IO2_MESSAGE,
    fieldPath = ".iops")
@ValidationRule(
    value = WindowRules.BACKUP_APART,
    message =
        "backup.window overlaps maintenanceWindow; move one of the two, for example "
            + "backup.window: 17:00-18:00 and maintenanceWindow: sun:18:30-sun:19:30",
    fieldPath = ".backup.window")
@ValidationRule(
    value =
        "(has(self.kmsKeyId) ? self.kmsKeyId : '') == (has(oldSelf.kmsKeyId) ? "
            + "oldSelf.kmsKeyId : '') || has(self.replacement) || "
            + "has(oldSelf.replacement) || has(self.adopt)",
    message =
        "the key of an encrypted database cannot be changed; put kmsKeyId back as it "
            + "was, or let a copy with another key take its place with replacement: {}; "
            + "docs/playbooks.md#specdatabasekmskeyid")
@ValidationRule(
    value =
        "!has(self.replacement) || (has(self.kmsKeyId) && !self.kmsKeyId.contains('alias/') && "
            + "self.kmsKeyId != '')",
    message =
        "name the key by its id or ARN in kmsKeyId, not by an alias, as with an alias it cannot be "
            + "told whether the database has to be replaced",
    fieldPath = ".replacement")
@ValidationRule(
    value =
        "!has(self.adopt) || !has(oldSelf.adopt) || "
            + "self.adopt.identifier == oldSelf.adopt.identifier",
    message =
        "an environment has one database, so another one cannot be adopted in its place; put it "
            + "back as it was, or set release to true, remove adopt, and write another then; "
            + "docs/playbooks.md#specdatabaseadoptidentifier",
    fieldPath = ".adopt.identifier")
@ValidationRule(
    value = "!has(self.adopt) || !has(self.parameters)",
    message =
        "an adopted database keeps the parameter group it has; set parameters there, and remove "
            + "them here",
    fieldPath = ".parameters")
public record DatabaseSpec(
    @Required
        @Size(max = 20)
        @ValidationRule(
            value = "self.matches('^1[3-8]([.][0-9]{1,2})?$')",
            message =
                "write a PostgreSQL version, major or major.minor, of majors 13 to 18, for "
                    + "example \"17\" or \"17.6\"")
        @JsonPropertyDescription(
            "PostgreSQL version, major or major.minor, for example \"17\" or \"17.6\"; majors "
                + "13 to 18. With a major only, minor upgrades come by themselves in the "
                + "maintenance window. Never lower than what runs. A later major is an upgrade that is "
                + "always asked for, with a snapshot before it, and not possible in Development. "
                + "Required. Change: restart.")
        String version,
    @Required
        @Size(max = 40)
        @ValidationRule(
            value =
                "self.matches('^db[.][a-z][a-z0-9]*(-[a-z0-9]+)?[.](micro|small|medium|large|xlarge|(2|3|4|6|8|9|10|12|16|18|24|32|48)xlarge|metal)$')",
            message = "write an RDS instance class: db, family and size, for example db.t3.medium")
        @JsonPropertyDescription(
            "RDS instance class, for example db.t3.medium. Not used in Development. "
                + "Required. Change: restart.")
        String instanceClass,
    @Required
        @Size(max = 20)
        @ValidationRule(
            value =
                "self.matches('^[1-9][0-9]{1,4}Gi$') && "
                    + "quantity(self).compareTo(quantity('20Gi')) >= 0 && "
                    + "quantity(self).compareTo(quantity('65536Gi')) <= 0",
            message =
                "write storage as a whole number and Gi from 20Gi to 65536Gi, for example "
                    + "100Gi")
        @JsonPropertyDescription(
            "Size of the volume in Gi, for example 100Gi; 20Gi to 65536Gi. It may grow, "
                + "never shrink below what there is. RDS grows by a tenth at least: a smaller "
                + "step is rounded up to that. Required. Change: in place.")
        String storage,
    @Size(max = 20)
        @ValidationRule(
            value =
                "self.matches('^[1-9][0-9]{1,4}Gi$') && "
                    + "quantity(self).compareTo(quantity('65536Gi')) <= 0",
            message = "write maxStorage as a whole number and Gi up to 65536Gi, for example 500Gi")
        @JsonPropertyDescription(
            "Size in Gi up to which RDS may grow the volume by itself when it runs full, for "
                + "example 500Gi; more than storage by a tenth at least. Not used in Development. "
                + "Default: it never grows by itself. Change: in place.")
        @Nullable String maxStorage,
    @Default("gp3")
        @JsonPropertyDescription(
            "Kind of EBS volume: gp3, gp2, or io1 or io2 with provisioned iops. Not used in "
                + "Development. Default: gp3. Change: in place.")
        @Nullable StorageType storageType,
    @Min(1000)
        @Max(256000)
        @JsonPropertyDescription(
            "Input and output operations per second that the volume is given. Of io1 and io2 1000 "
                + "to 256000, and half to 50 (io1) or 1000 (io2) times storage in Gi; of gp3 12000 "
                + "to 64000, from a storage of 400Gi on; of gp2 none. Not used in Development. "
                + "Required in io1 and io2. Default: of gp3 what there is, to begin with 3000, or "
                + "12000 from 400Gi on. Change: in place.")
        @Nullable Integer iops,
    @JsonPropertyDescription(
            "Whether a synchronous standby in a second availability zone takes over when "
                + "the first fails. Not used in Development. Default: true in Production, false "
                + "otherwise. Change: in place.")
        @Nullable Boolean multiAZ,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Size(max = 50)
        @ValidationRule(
            value = "self.all(name, name.matches('^[a-z][a-z0-9_.]{0,254}$'))",
            message =
                "write the names of parameters as PostgreSQL does, a lower case letter, then lower "
                    + "case letters, digits, underscores and dots, for example work_mem")
        @ValidationRule(
            value = "!('rds.force_ssl' in self)",
            message =
                "rds.force_ssl is always 1, as connections without TLS are refused; remove it from "
                    + "parameters")
        @JsonPropertyDescription(
            "Engine parameters by name, for example {work_mem: \"65536\"}, in the units of RDS; at "
                + "most 50. Those that take effect without a restart are set at once; the others "
                + "when the database is restarted in the maintenance window. What is taken out goes "
                + "back to its default, as does what somebody set by hand; {} leaves none. Not used "
                + "in Development. Default: what is set by hand stays. Change: restart.")
        @Nullable Map<String, @Size(min = 1, max = 1024) String> parameters,
    @Size(max = 40)
        @ValidationRule(
            value = "self.matches('^rds-ca-[a-z0-9-]*[a-z0-9]$')",
            message =
                "write the name of a certificate authority of RDS, for example rds-ca-rsa2048-g1")
        @JsonPropertyDescription(
            "Certificate authority that signs the certificate of the database, for example "
                + "rds-ca-rsa2048-g1. Clients that verify it must know its root before. Not used in "
                + "Development. Default: what there is, to begin with the default of the AWS "
                + "account. Change: restart.")
        @Nullable String caCertificate,
    @JsonPropertyDescription(
            "Performance Insights: AWS records what the database waits for; {} keeps 7 days. Not "
                + "used in Development, nor possible with every instanceClass. Default: off. Change: "
                + "in place.")
        @Nullable PerformanceInsightsSpec performanceInsights,
    @Size(max = 256)
        @ValidationRule(
            value =
                "self.matches('^([0-9a-f-]{36}|mrk-[0-9a-f]{32}|alias/[a-zA-Z0-9/_-]+|arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/[a-zA-Z0-9/_-]+)$')",
            message =
                "write a KMS key id, a key ARN, alias/name or an alias ARN, for example "
                    + "alias/shop")
        @JsonPropertyDescription(
            "KMS key that encrypts the volume: a key id, key ARN, alias/name or alias ARN. "
                + "Not used in Development. Default: the account's key for RDS (aws/rds). Change: "
                + "replacement, by a copy.")
        @Nullable String kmsKeyId,
    @JsonPropertyDescription(
            "Lets a copy with the key of kmsKeyId take the place of a database that has another key "
                + "or none: its tiers are stopped, a snapshot is taken, copied with the key and "
                + "restored under the same name, and the tiers are started again. It is begun in the "
                + "maintenance window, and only once its plan is approved. Needs kmsKeyId by id or "
                + "ARN. Not used in Development. Default: a change of the key is refused. Change: in "
                + "place.")
        @Nullable ReplacementSpec replacement,
    @Default("{}")
        @JsonPropertyDescription(
            "Automated backups. Not used in Development. Default: 7 days, from 17:00 to "
                + "18:00 UTC. Change: in place.")
        @Nullable BackupSpec backup,
    @Default("sun:18:30-sun:19:30")
        @Size(max = 40)
        @ValidationRule(
            value = WindowRules.MAINTENANCE_WINDOW,
            message =
                "write a weekly window in UTC as ddd:hh:mm-ddd:hh:mm with lower case days, 30 "
                    + "minutes to less than 24 hours long, for example sun:18:30-sun:19:30")
        @JsonPropertyDescription(
            "Weekly window, in UTC, in which AWS and restarts may interrupt the database: "
                + "ddd:hh:mm-ddd:hh:mm, for example sun:18:30-sun:19:30; 30 minutes to less than "
                + "24 hours, apart from backup.window. Not used in Development. Default: "
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
        @Size(max = 63)
        @ValidationRule(
            value =
                "self.matches('^[a-z][a-z0-9_]*$') && !(self in ['postgres', 'rdsadmin', "
                    + "'template0', 'template1'])",
            message =
                "write the name of a database: a lower case letter, then lower case letters, "
                    + "digits or underscores, and not one of PostgreSQL's own (postgres, rdsadmin, "
                    + "template0, template1); for example app")
        @ValidationRule(
            value = "self == oldSelf",
            message =
                "the name of the first database cannot be changed; put it back as it was; "
                    + "docs/playbooks.md#specdatabasename")
        @JsonPropertyDescription(
            "Name of the first database in the instance: a lower case letter, then lower "
                + "case letters, digits or underscores, at most 63 characters. Default: app. "
                + "Change: immutable.")
        @Nullable String name,
    @JsonPropertyDescription(
            "An existing RDS instance that becomes the environment's database, in place of one that "
                + "the operator creates. Its subnet group, parameter group, master user and first "
                + "database stay as they are. Not allowed in Development. Default: none. Change: in "
                + "place.")
        @Nullable AdoptSpec adopt,
    @Default("false")
        @JsonPropertyDescription(
            "While true, the database is given up: it is marked so by a tag, then nothing of it is "
                + "managed, and deleting the environment leaves it. False takes it over again, once "
                + "that is approved. Not allowed in Development. Default: false. Change: in place.")
        @Nullable Boolean release) {

  public DatabaseSpec {
    parameters = parameters == null ? null : Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** The same of another instance class. */
  public DatabaseSpec of(String otherClass) {
    return new DatabaseSpec(
        version,
        otherClass,
        storage,
        maxStorage,
        storageType,
        iops,
        multiAZ,
        parameters,
        caCertificate,
        performanceInsights,
        kmsKeyId,
        replacement,
        backup,
        maintenanceWindow,
        deletionPolicy,
        deletionProtection,
        name,
        adopt,
        release);
  }
}
