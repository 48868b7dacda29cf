package io.appenv.operator.database;

import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.EngineVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has to be so before a copy serves. That its rows are those of the replaced one follows from
 * the order of the calls: the snapshot was taken after nobody could write any more.
 */
final class ReplacementCheck {

  private ReplacementCheck() {}

  /** In words that go on from "the copy cannot take its place, as it". */
  static List<String> differences(
      DesiredDatabase desired, DatabaseInstance former, DatabaseInstance copy) {
    var before = former.origin();
    var now = copy.origin();
    return Stream.of(
            difference(
                !now.encrypted() || RefusedChanges.hasOtherKey(desired, copy),
                "is encrypted with %s and not with the spec's key; put spec.database.kmsKeyId to that, and change it once this replacement is done"
                    .formatted(now.kmsKeyId().orElse("no key"))),
            difference(
                EngineVersion.compare(former.engineVersion(), copy.engineVersion())
                    != EngineVersion.SAME,
                "runs PostgreSQL %s and not %s"
                    .formatted(copy.engineVersion(), former.engineVersion())),
            difference(
                copy.storageGib() < former.storageGib(),
                "has %d GiB of storage and not %d"
                    .formatted(copy.storageGib(), former.storageGib())),
            difference(
                !now.masterUsername().equals(before.masterUsername()),
                "has the master user %s and not %s"
                    .formatted(now.masterUsername(), before.masterUsername())),
            difference(
                !copy.subnetGroup().equals(former.subnetGroup()),
                "is in subnet group %s and not in %s"
                    .formatted(copy.subnetGroup(), former.subnetGroup())),
            difference(
                !copy.parameterGroup().equals(former.parameterGroup()),
                "has parameter group %s and not %s"
                    .formatted(copy.parameterGroup(), former.parameterGroup())),
            difference(
                !groups(copy).equals(groups(former)),
                "has the security groups %s and not %s".formatted(groups(copy), groups(former))))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Set<String> groups(DatabaseInstance instance) {
    return Set.copyOf(instance.origin().surroundings().securityGroups());
  }

  private static Optional<String> difference(boolean isSo, String words) {
    return Optional.of(words).filter(_ -> isSo);
  }
}
