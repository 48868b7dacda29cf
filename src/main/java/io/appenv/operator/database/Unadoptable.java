package io.appenv.operator.database;

import io.appenv.operator.model.Component;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.Failure;
import io.appenv.operator.model.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What of an instance no spec says, and what the operator would not change behind its users. */
final class Unadoptable {

  private static final Set<String> STORAGE_TYPES = Set.of("gp2", "gp3", "io1", "io2");
  private static final Pattern VERSION = Pattern.compile("1[3-8]([.].*)?");
  private static final Pattern INSTANCE_CLASS =
      Pattern.compile("db[.][a-z][a-z0-9]*(-[a-z0-9]+)?[.][a-z0-9]+");

  private Unadoptable() {}

  static List<Failure> of(DatabaseFacts facts, DatabaseInstance seen) {
    var origin = seen.origin();
    var vpc = facts.vpcId().filter(wanted -> !wanted.equals(origin.vpcId()));
    return Stream.of(
            refusal(
                !origin.engine().equals("postgres"),
                "runs the engine %s; only PostgreSQL on RDS can be adopted"
                    .formatted(origin.engine())),
            refusal(
                origin.engine().equals("postgres")
                    && !VERSION.matcher(seen.engineVersion()).matches(),
                "runs PostgreSQL %s; upgrade it to one of the majors 13 to 18 first"
                    .formatted(seen.engineVersion())),
            refusal(
                !origin.encrypted() && !facts.desired().replacement().wanted(),
                "is not encrypted, which RDS cannot change; let an encrypted copy take its place"
                    + " with spec.database.replacement and kmsKeyId, or restore one of a snapshot"
                    + " yourself, and adopt that"),
            refusal(
                vpc.isPresent(),
                "lives in %s and not in the environment's %s; write spec.network.vpc.id of a new environment accordingly, or restore a snapshot there and adopt that"
                    .formatted(origin.vpcId(), vpc.orElse("VPC"))),
            refusal(
                origin.replica(),
                "is a read replica, which has no backups or passwords of its own; promote it"
                    + " first, or adopt its source"),
            refusal(
                origin.passwordManagedByAws(),
                "has its master password managed by AWS; end that first: aws rds"
                    + " modify-db-instance --db-instance-identifier %s --no-manage-master-user-password --master-user-password ... --apply-immediately"
                        .formatted(seen.identifier())),
            refusal(
                seen.switches().publiclyAccessible(),
                "is publicly accessible, which no environment's database is; see who uses that, and end it first: aws rds modify-db-instance --db-instance-identifier %s --no-publicly-accessible"
                    .formatted(seen.identifier())),
            refusal(
                seen.pending().backupRetentionDays().orElse(seen.backupRetentionDays()) == 0,
                "has no automated backups, and switching them on interrupts it; do so first: aws rds modify-db-instance --db-instance-identifier %s --backup-retention-period 7"
                    .formatted(seen.identifier())),
            refusal(
                !STORAGE_TYPES.contains(seen.pending().storageType().orElse(seen.storageType())),
                "has storage of type %s; change it to gp3 first".formatted(seen.storageType())),
            refusal(
                !INSTANCE_CLASS
                    .matcher(seen.pending().instanceClass().orElse(seen.instanceClass()))
                    .matches(),
                "is of class %s, which no spec can name; change the class first"
                    .formatted(seen.instanceClass())))
        .flatMap(Optional::stream)
        .<Failure>map(
            why ->
                new Failure.Terminal(
                    Component.DATABASE,
                    Reason.ADOPTION_REFUSED,
                    "database %s %s".formatted(seen.identifier(), why)))
        .toList();
  }

  private static Optional<String> refusal(boolean isSo, String why) {
    return Optional.of(why).filter(_ -> isSo);
  }
}
