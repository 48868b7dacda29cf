package io.appenv.operator.cache;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import io.appenv.operator.model.ReplicationGroup;
import io.appenv.operator.model.SubnetGroup;
import io.appenv.operator.model.TransitEncryption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What of a group no spec says, and ElastiCache does not change in place. */
final class Unadoptable {

  private static final Pattern VERSION = Pattern.compile("(6[.][02]|7[.][01])([.].*)?");

  private Unadoptable() {}

  static List<Failure> of(CacheFacts facts, ReplicationGroup seen) {
    var origin = seen.origin();
    if (facts.observed().subnetGroup().found().isEmpty()) {
      return List.of(unplaced(seen));
    }
    var vpc =
        facts
            .observed()
            .subnetGroup()
            .found()
            .map(SubnetGroup::vpcId)
            .filter(there -> facts.vpcId().filter(wanted -> !wanted.equals(there)).isPresent());
    return Stream.of(
            refusal(
                !seen.engineVersion().isEmpty() && !VERSION.matcher(seen.engineVersion()).matches(),
                "runs version %s; only Redis 6.0, 6.2, 7.0 and 7.1 can be adopted"
                    .formatted(seen.engineVersion())),
            refusal(
                origin.sharded(),
                "is in cluster mode, which no spec describes; restore a snapshot into a group of"
                    + " one shard, and adopt that"),
            refusal(
                origin.global(),
                "belongs to a global datastore, which alone may change it; take it out of that"
                    + " first: aws elasticache disassociate-global-replication-group"),
            refusal(
                !origin.encrypted(),
                "is not encrypted on disk, which ElastiCache does not change; restore a snapshot"
                    + " into an encrypted group, and adopt that;"
                    + " docs/playbooks.md#speccachekmskeyid"),
            refusal(
                seen.access().transit() == TransitEncryption.NONE && !TransitSteps.areOffered(seen),
                "has no encryption in transit, which a cache that runs takes up from Redis 7.0.5 on; raise its version first: aws elasticache modify-replication-group --replication-group-id %s --engine-version 7.1 --apply-immediately"
                    .formatted(seen.identifier())),
            refusal(
                origin.userGroups(),
                "lets the users of a user group in, which no spec describes; end that first: aws elasticache modify-replication-group --replication-group-id %s --remove-user-groups"
                    .formatted(seen.identifier())),
            refusal(
                vpc.isPresent(),
                "lives in %s and not in the environment's %s; an environment in that VPC can adopt it"
                    .formatted(vpc.orElse(""), facts.vpcId().orElse("VPC"))),
            refusal(
                seen.snapshotRetentionDays() == 0,
                "has no daily snapshots, which no spec says; switch them on first: aws elasticache modify-replication-group --replication-group-id %s --snapshot-retention-limit 1"
                    .formatted(seen.identifier())))
        .flatMap(Optional::stream)
        .<Failure>map(
            why ->
                new Failure.Terminal(
                    Component.CACHE,
                    Reason.ADOPTION_REFUSED,
                    "cache %s %s".formatted(seen.identifier(), why)))
        .toList();
  }

  /** In which VPC it lives, only its subnet group tells. */
  private static Failure unplaced(ReplicationGroup seen) {
    return new Failure.Waiting(
        Component.CACHE,
        Reason.OBSERVING,
        "the subnet group %s of cache %s has not been seen yet"
            .formatted(seen.subnetGroup(), seen.identifier()));
  }

  private static Optional<String> refusal(boolean isSo, String why) {
    return Optional.of(why).filter(_ -> isSo);
  }
}
