package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** What really runs, to which a value that AWS refused may be taken back. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"databaseVersion", "databaseStorage", "cacheVersion"})
public record ObservedStatus(
    @Size(max = 40) @JsonPropertyDescription("PostgreSQL version that RDS runs, for example 17.6.")
        @Nullable String databaseVersion,
    @Size(max = 20)
        @JsonPropertyDescription("Size of the volume that RDS has, as in spec, for example 100Gi.")
        @Nullable String databaseStorage,
    @Size(max = 40)
        @JsonPropertyDescription("Redis version that ElastiCache runs, for example 7.1.0.")
        @Nullable String cacheVersion) {}
