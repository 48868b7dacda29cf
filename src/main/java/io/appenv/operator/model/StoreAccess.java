package io.appenv.operator.model;

import io.appenv.operator.model.DesiredTier.Use;
import java.util.Optional;
import java.util.stream.Stream;

/** What pods and data stores have to wait for, while both come to carry their security groups. */
public final class StoreAccess {

  private StoreAccess() {}

  /** Whether a data store is to be closed once all pods carry the groups of their tiers. */
  public static boolean waitsForPods(Desired desired, Observed observed) {
    return Stream.of(
            desired
                .database()
                .map(DesiredDatabase::custody)
                .filter(it -> changes(desired, observed, SecurityGroupRole.DATABASE, it)),
            desired
                .cache()
                .map(DesiredCache::custody)
                .filter(it -> changes(desired, observed, SecurityGroupRole.CACHE, it)))
        .anyMatch(Optional::isPresent);
  }

  /** One that was taken over is not closed, so nothing of it waits. */
  private static boolean changes(
      Desired desired, Observed observed, SecurityGroupRole role, Custody custody) {
    return !custody.adopted()
        && StoreBinding.of(desired, observed, role, custody, IntentRecord.none())
            .flatMap(
                binding ->
                    store(observed, role).flatMap(it -> binding.difference(it.securityGroups())))
            .isPresent();
  }

  /**
   * Whether pods that carry the group of their tier get into what they use: a data store that is
   * there has to carry its own for it. Of one whose groups AWS does not tell it is taken for true.
   */
  public static boolean letsIn(Desired desired, Observed observed, Use use) {
    return switch (use) {
      case DATABASE -> letsIn(desired, observed, SecurityGroupRole.DATABASE);
      case CACHE -> letsIn(desired, observed, SecurityGroupRole.CACHE);
      // Reached by its own endpoint and rights, not through a security group of ours.
      case FILES -> true;
    };
  }

  private static boolean letsIn(Desired desired, Observed observed, SecurityGroupRole role) {
    return store(observed, role)
        .map(DataStore::securityGroups)
        .filter(it -> !it.isEmpty())
        .map(it -> observed.securityGroups().idOf(desired, role).filter(it::contains).isPresent())
        .orElse(true);
  }

  private static Optional<? extends DataStore> store(Observed observed, SecurityGroupRole role) {
    return role.equals(SecurityGroupRole.DATABASE)
        ? observed.database().instance().found()
        : observed.cache().group().found();
  }
}
