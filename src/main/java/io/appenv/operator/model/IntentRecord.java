package io.appenv.operator.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known beside what AWS shows: the memory of earlier passes, and what Kubernetes runs.
 *
 * @param intended things whose creation was announced before the call
 * @param established things that were seen to exist; losing one is an alarm, never a reason to
 *     create an empty new one
 * @param credentialsInUse UIDs of the credentials Secrets that no pod is without, or that none is
 *     needed: no pod holds what was valid before
 * @param databaseIdle whether no pod is left of any tier that uses the database
 * @param groupsCarried whether all pods carry the security groups of their tiers
 * @param ingress what the way in from outside has to do with certificates
 * @param published what the outputs of the environment are
 * @param now of this pass; empty where nothing depends on it
 * @param corrections what became of what somebody else changed; of a part without any, all
 *     differences are ended
 */
public record IntentRecord(
    Set<ResourceRef> intended,
    Set<ResourceRef> established,
    Set<String> credentialsInUse,
    boolean databaseIdle,
    boolean groupsCarried,
    IngressUse ingress,
    PublishedValues published,
    Optional<Instant> now,
    Map<Component, Corrections> corrections) {

  public IntentRecord {
    intended = Set.copyOf(intended);
    established = Set.copyOf(established);
    credentialsInUse = Set.copyOf(credentialsInUse);
    corrections = Map.copyOf(corrections);
  }

  /** Without drift, and of which it is not known what pods run with. */
  public IntentRecord(Set<ResourceRef> intended, Set<ResourceRef> established) {
    this(
        intended,
        established,
        Set.of(),
        false,
        false,
        IngressUse.none(),
        PublishedValues.none(),
        Optional.empty(),
        Map.of());
  }

  /** The same with what a ledger says. */
  public IntentRecord under(DriftLedger ledger) {
    return new IntentRecord(
        intended,
        established,
        credentialsInUse,
        databaseIdle,
        groupsCarried,
        ingress,
        published,
        now,
        ledger.corrections());
  }

  public Corrections corrections(Component component) {
    return corrections.getOrDefault(component, Corrections.all());
  }

  public static IntentRecord none() {
    return new IntentRecord(Set.of(), Set.of());
  }

  /** The same where pods run with these. */
  public IntentRecord using(PodUse use) {
    return new IntentRecord(
        intended,
        established,
        use.credentials(),
        use.databaseIdle(),
        use.groupsCarried(),
        use.ingress(),
        use.published(),
        now,
        corrections);
  }

  /** The same at this time. */
  public IntentRecord at(Instant moment) {
    return new IntentRecord(
        intended,
        established,
        credentialsInUse,
        databaseIdle,
        groupsCarried,
        ingress,
        published,
        Optional.of(moment),
        corrections);
  }
}
