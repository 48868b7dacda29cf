package io.appenv.operator.model;

import java.util.Set;

/**
 * What is known beside what AWS shows: the memory of earlier passes, and what Kubernetes runs.
 *
 * @param intended things whose creation was announced before the call
 * @param established things that were seen to exist; losing one is an alarm, never a reason to
 *     create an empty new one
 * @param credentialsInUse UIDs of the credentials Secrets that no pod is without: none holds what
 *     was valid before
 */
public record IntentRecord(
    Set<ResourceRef> intended, Set<ResourceRef> established, Set<String> credentialsInUse) {

  public IntentRecord {
    intended = Set.copyOf(intended);
    established = Set.copyOf(established);
    credentialsInUse = Set.copyOf(credentialsInUse);
  }

  /** Of which it is not known what pods run with. */
  public IntentRecord(Set<ResourceRef> intended, Set<ResourceRef> established) {
    this(intended, established, Set.of());
  }

  public static IntentRecord none() {
    return new IntentRecord(Set.of(), Set.of());
  }

  /** The same where all pods run with these. */
  public IntentRecord using(Set<String> credentials) {
    return new IntentRecord(intended, established, credentials);
  }
}
