package io.appenv.operator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is true of an environment, as last observed. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
  "observedGeneration",
  "conditions",
  "effective",
  "inventory",
  "securityGroups",
  "endpoints",
  "certificate",
  "plan",
  "tiers",
  "message",
  "databaseState",
  "cacheState",
  "notEffective",
  "observed",
  "approvals",
  "adoption",
  "drift",
  "drifted",
  "reached"
})
public record AppEnvironmentStatus(
    @JsonPropertyDescription("The generation of the spec that this status describes.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription(
            "Conditions in the order Ready, Reconciling, Stalled, then one for each part, "
                + "as kstatus reads them.")
        List<Condition> conditions,
    @JsonPropertyDescription("The spec with every default filled in and every name looked up.")
        @Nullable EffectiveStatus effective,
    @JsonPropertyDescription(
            "Every AWS resource that belongs to the environment; each is listed before it "
                + "is created.")
        List<ResourceStatus> inventory,
    @JsonPropertyDescription(
            "The security groups of the environment, derived from what its tiers accept and use.")
        List<SecurityGroupStatus> securityGroups,
    @JsonPropertyDescription("Addresses of what the environment offers.")
        @Nullable EndpointsStatus endpoints,
    @JsonPropertyDescription("The certificate of the load balancer. Absent where none is named.")
        @Nullable CertificateStatus certificate,
    @JsonPropertyDescription("What is still to be done to reach the spec. Absent when nothing is.")
        @Nullable PlanStatus plan,
    @JsonPropertyDescription("The pods of each tier, in the order of the spec.")
        List<TierStatus> tiers,
    @JsonPropertyDescription("When not ready: the one sentence that says why and what helps.")
        @Nullable String message,
    @JsonPropertyDescription(
            "State of the database in the words of its service, for example available.")
        @Nullable String databaseState,
    @JsonPropertyDescription(
            "State of the cache in the words of its service, for example available.")
        @Nullable String cacheState,
    @JsonPropertyDescription(
            "Paths of fields that are set but not acted on, some with what would change that, for "
                + "example spec.tiers[worker].scaling.requestsPerMinute.")
        List<String> notEffective,
    @JsonPropertyDescription(
            "What really runs in AWS, to which a value that AWS refused may be taken back.")
        @Nullable ObservedStatus observed,
    @JsonPropertyDescription("The approvals that were given and still stand, with what they allow.")
        List<ApprovalStatus> approvals,
    @JsonPropertyDescription(
            "What exists in AWS and waits to be taken over, with what would have to be changed in "
                + "the spec for it to stay as it is.")
        List<AdoptionStatus> adoption,
    @JsonPropertyDescription(
            "Settings of the database and the cache that somebody changed in AWS, and what becomes "
                + "of them; but for those that spec.operations.drift ignores.")
        List<DriftStatus> drift,
    @JsonPropertyDescription("The fields in drift, in one line.") @Nullable String drifted,
    @JsonPropertyDescription(
            "What AWS was last seen to be as wished, by field: what tells drift from a wish that is "
                + "still to be fulfilled.")
        Map<String, String> reached) {

  /** The conditions of what has a size. */
  private static final Set<String> SIZED = Set.of("WorkloadsReady", "DatabaseReady", "CacheReady");

  public AppEnvironmentStatus {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
    inventory = inventory == null ? List.of() : List.copyOf(inventory);
    securityGroups = securityGroups == null ? List.of() : List.copyOf(securityGroups);
    tiers = tiers == null ? List.of() : List.copyOf(tiers);
    notEffective = notEffective == null ? List.of() : List.copyOf(notEffective);
    approvals = approvals == null ? List.of() : List.copyOf(approvals);
    adoption = adoption == null ? List.of() : List.copyOf(adoption);
    drift = drift == null ? List.of() : List.copyOf(drift);
    reached = reached == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(reached));
  }

  /** The status of an environment nothing is known of yet. */
  public static AppEnvironmentStatus empty() {
    return new AppEnvironmentStatus(
        null, List.of(), null, List.of(), List.of(), null, null, null, List.of(), null, null, null,
        List.of(), null, List.of(), List.of(), List.of(), null, Map.of());
  }

  /** The same with what a pass is about to do written down. */
  public AppEnvironmentStatus intending(
      List<ResourceStatus> listed, List<ApprovalStatus> approved, Map<String, String> remembered) {
    return new AppEnvironmentStatus(
        observedGeneration,
        conditions,
        effective,
        listed,
        securityGroups,
        endpoints,
        certificate,
        plan,
        tiers,
        message,
        databaseState,
        cacheState,
        notEffective,
        observed,
        approved,
        adoption,
        drift,
        drifted,
        remembered);
  }

  /** Of it only what is said of sizes. */
  public AppEnvironmentStatus ofSizes() {
    return new AppEnvironmentStatus(
        null,
        conditions.stream().filter(it -> SIZED.contains(it.getType())).toList(),
        effective == null ? null : effective.ofOverrides(),
        List.of(),
        List.of(),
        null,
        null,
        plan,
        tiers,
        null,
        null,
        null,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        Map.of());
  }
}
