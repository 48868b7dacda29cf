package io.appenv.operator.cache;

import io.appenv.operator.model.Adoption;
import io.appenv.operator.model.Component;
import io.appenv.operator.model.Consent;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.Observed;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.model.SpecPatch;
import io.appenv.operator.model.Stage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a spec would have to read to leave a group that is taken over as it is. */
public final class CacheAdoption {

  private static final Pattern MINOR = Pattern.compile("^([0-9]+[.][0-9]+)");

  private CacheAdoption() {}

  /** Empty where no cache waits to be taken over. */
  public static Optional<Adoption> of(Desired desired, Observed observed) {
    return desired
        .cache()
        .filter(_ -> desired.backend().isOnAws())
        .filter(cache -> !cache.custody().released())
        .flatMap(
            cache ->
                observed
                    .cache()
                    .group()
                    .found()
                    .filter(it -> cache.custody().takesOver(desired.environment(), it.tags()))
                    .filter(it -> Consent.isGiven(desired.environment(), it.tags()))
                    .map(it -> adoption(desired.stage(), cache, it)));
  }

  private static Adoption adoption(Stage stage, DesiredCache desired, ReplicationGroup seen) {
    return new Adoption(Component.CACHE, seen.identifier(), patch(stage, desired, seen));
  }

  /** What AWS holds for its maintenance window counts as if it were so already. */
  static SpecPatch patch(Stage stage, DesiredCache desired, ReplicationGroup seen) {
    return new SpecPatch.Builder()
        .put(SpecField.CACHE_VERSION, version(desired, seen), desired.version())
        .put(
            SpecField.CACHE_NODE_TYPE,
            seen.pendingNodeType().orElse(seen.nodeType()),
            desired.nodeType())
        .put(SpecField.CACHE_NODES, nodes(stage, desired, seen), desired.nodes())
        .put(
            SpecField.CACHE_SNAPSHOT_RETENTION,
            seen.snapshotRetentionDays() + "d",
            desired.snapshotRetentionDays() + "d")
        .put(
            SpecField.CACHE_SNAPSHOT_WINDOW,
            told(seen.snapshotWindow(), desired.snapshotWindow()),
            desired.snapshotWindow())
        .put(
            SpecField.CACHE_MAINTENANCE_WINDOW,
            told(seen.maintenanceWindow(), desired.maintenanceWindow()),
            desired.maintenanceWindow())
        .build();
  }

  /**
   * One node is too few in Production, so that a replica is part of the plan whatever is written.
   */
  private static int nodes(Stage stage, DesiredCache desired, ReplicationGroup seen) {
    return stage == Stage.PRODUCTION && seen.nodes() < 2 ? desired.nodes() : seen.nodes();
  }

  private static String version(DesiredCache desired, ReplicationGroup seen) {
    return Optional.of(MINOR.matcher(seen.pendingEngineVersion().orElse(seen.engineVersion())))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .orElse(desired.version());
  }

  /** What AWS has not said is no difference. */
  private static String told(String seen, String declared) {
    return seen.isEmpty() ? declared : seen;
  }
}
