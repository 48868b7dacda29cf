package io.appenv.operator.model;

import java.util.Set;

/**
 * What the status remembers of earlier passes.
 *
 * @param intended things whose creation was announced before the call
 * @param established things that were seen to exist; losing one is an alarm, never a reason to
 *     create an empty new one
 */
public record IntentRecord(Set<ResourceRef> intended, Set<ResourceRef> established) {

  public IntentRecord {
    intended = Set.copyOf(intended);
    established = Set.copyOf(established);
  }

  public static IntentRecord none() {
    return new IntentRecord(Set.of(), Set.of());
  }
}
