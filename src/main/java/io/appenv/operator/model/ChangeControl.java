package io.appenv.operator.model;

import java.util.Optional;
import java.util.Set;

/**
 * What people say about the changes of their environment.
 *
 * @param approved the hashes of plans that people approved, in the spec or by annotation
 * @param window in which changes that interrupt are made; empty where AWS makes them in the windows
 *     of the data stores
 * @param emergency a plan that does not wait for any window
 */
public record ChangeControl(
    ChangePolicy policy,
    Set<String> approved,
    Optional<WeeklyWindow> window,
    Optional<Emergency> emergency) {

  public ChangeControl {
    approved = Set.copyOf(approved);
  }

  /** Nobody has to be asked. */
  public static ChangeControl auto() {
    return new ChangeControl(ChangePolicy.AUTO, Set.of(), Optional.empty(), Optional.empty());
  }
}
