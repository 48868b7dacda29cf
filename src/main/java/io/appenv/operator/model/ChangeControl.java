package io.appenv.operator.model;

import java.util.Set;

/**
 * What people say about the changes of their environment.
 *
 * @param approved the hashes of plans that people approved, in the spec or by annotation
 */
public record ChangeControl(ChangePolicy policy, Set<String> approved) {

  public ChangeControl {
    approved = Set.copyOf(approved);
  }

  /** Nobody has to be asked. */
  public static ChangeControl auto() {
    return new ChangeControl(ChangePolicy.AUTO, Set.of());
  }
}
