package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Default;
import org.jspecify.annotations.Nullable;

/** What becomes of settings that somebody changed in AWS, by the kind of setting. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "capacity",
  "version",
  "backup",
  "maintenance",
  "monitoring",
  "parameters",
  "access"
})
public record DriftSpec(
    @Default("Correct")
        @JsonPropertyDescription(
            "Drift of size, speed and replicas: instanceClass, storage, maxStorage, "
                + "storageType, iops and multiAZ of the database, nodeType and nodes of the "
                + "cache, and its automatic failover. Correct, Report or Ignore. Default: "
                + "Correct. Change: in place.")
        @Nullable DriftPolicy capacity,
    @Default("Correct")
        @JsonPropertyDescription(
            "Drift of the version of the engine, and whether AWS may raise it. "
                + "Correct, Report or Ignore. Default: Correct. Change: in place.")
        @Nullable DriftPolicy version,
    @Default("Correct")
        @JsonPropertyDescription(
            "Drift of backups and their windows, and the protection against deletion; of the bucket "
                + "its versioning and lifecycle. Correct, Report or Ignore. Default: Correct. Change: in place.")
        @Nullable DriftPolicy backup,
    @Default("Correct")
        @JsonPropertyDescription(
            "Drift of the maintenance windows. Correct, Report or Ignore. Default: "
                + "Correct. Change: in place.")
        @Nullable DriftPolicy maintenance,
    @Default("Correct")
        @JsonPropertyDescription(
            "Drift of performance insights. Correct, Report or Ignore. Default: "
                + "Correct. Change: in place.")
        @Nullable DriftPolicy monitoring,
    @Default("Correct")
        @JsonPropertyDescription(
            "Drift of the parameters of the engine, and the parameter group in use. "
                + "Correct, Report or Ignore. Default: Correct. Change: in place.")
        @Nullable DriftPolicy parameters,
    @Default("Correct")
        @JsonPropertyDescription(
            "Drift of the CA certificate, and whether the database has a public "
                + "address; of the bucket its policy, its encryption, CORS, public access and the "
                + "ownership of objects. Correct, Report or Ignore. Default: Correct. Change: in place.")
        @Nullable DriftPolicy access) {}
