package io.appenv.operator.cache;

import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.EngineVersion;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.SpecField;
import io.appenv.operator.model.TransitEncryption;
import io.appenv.operator.model.Wish;
import java.util.List;
import java.util.stream.Stream;

/** What is wished of every setting of a cache. */
final class CacheWishes {

  static final String FAILOVER = "automaticFailover";
  static final String MINOR_UPGRADES = "autoMinorVersionUpgrade";
  static final String PARAMETER_GROUP = "parameterGroup";
  static final String AUTH_TOKEN = "authToken";
  static final String TRANSIT_ENCRYPTION = "transitEncryption";

  private CacheWishes() {}

  static List<Wish> of(DesiredCache desired, ReplicationGroup seen) {
    return Stream.concat(
            settings(desired, seen).stream(),
            Stream.of(Wish.of(PARAMETER_GROUP, desired.parameters().group()))
                .filter(_ -> ParameterAttachment.isWanted(desired)))
        .toList();
  }

  private static List<Wish> settings(DesiredCache desired, ReplicationGroup seen) {
    var days = desired.snapshotRetentionDays();
    return List.of(
        Wish.of(SpecField.CACHE_VERSION.shortName(), desired.version()),
        Wish.of(SpecField.CACHE_NODE_TYPE.shortName(), desired.nodeType()),
        Wish.of(SpecField.CACHE_NODES.shortName(), desired.nodes())
            .losing(
                "%d of the replicas".formatted(seen.nodes() - desired.nodes()),
                seen.nodes() > desired.nodes()),
        Wish.of(FAILOVER, desired.automaticFailover())
            .losing(
                "the replica that takes over when the primary fails", !desired.automaticFailover()),
        Wish.of(MINOR_UPGRADES, EngineVersion.mayUpgradeMinor(desired.version())),
        Wish.of(TRANSIT_ENCRYPTION, TransitEncryption.REQUIRED.word())
            .losing(
                "the connections of clients that do not use TLS",
                seen.access().transit() != TransitEncryption.REQUIRED),
        Wish.of(AUTH_TOKEN, CredentialsReset.SET)
            .losing("the connections of clients without a token", !seen.access().authenticated()),
        Wish.of(SpecField.CACHE_SNAPSHOT_RETENTION.shortName(), days)
            .losing(
                "snapshots older than %d days".formatted(days),
                seen.snapshotRetentionDays() > days),
        Wish.of(SpecField.CACHE_SNAPSHOT_WINDOW.shortName(), desired.snapshotWindow()),
        Wish.of(SpecField.CACHE_MAINTENANCE_WINDOW.shortName(), desired.maintenanceWindow()));
  }
}
