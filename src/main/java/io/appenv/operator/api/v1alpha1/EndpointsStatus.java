package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Addresses of what an environment offers. None carries a credential. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "api",
  "loadBalancer",
  "database",
  "cachePrimary",
  "cacheReader",
  "files",
  "services"
})
public record EndpointsStatus(
    @JsonPropertyDescription(
            "Where clients reach the environment, while there is a way in: the value of "
                + "API_ENDPOINT.")
        @Nullable String api,
    @JsonPropertyDescription(
            "DNS name or address of the load balancer, to which the host has to lead in DNS.")
        @Nullable String loadBalancer,
    @JsonPropertyDescription("Host and port of the database.") @Nullable String database,
    @JsonPropertyDescription("Host and port of the cache's primary, for writing.")
        @Nullable String cachePrimary,
    @JsonPropertyDescription("Host and port that spread reads over the cache's replicas.")
        @Nullable String cacheReader,
    @JsonPropertyDescription("Name of the bucket.") @Nullable String files,
    @JsonPropertyDescription("In-cluster DNS name of each tier's Service, by tier.")
        Map<String, String> services) {

  public EndpointsStatus {
    services = services == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(services));
  }
}
