package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AdoptSpec;
import io.appenv.operator.api.v1alpha1.BackupSpec;
import io.appenv.operator.api.v1alpha1.DatabaseSpec;
import io.appenv.operator.api.v1alpha1.PerformanceInsightsSpec;
import io.appenv.operator.api.v1alpha1.StorageType;
import io.appenv.operator.model.Custody;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.EncryptionKey;
import io.appenv.operator.model.ReplacementTerms;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code spec.database}, its defaults filled in. */
final class DatabaseResolver {

  private static final String FIELD = "spec.database";
  private static final String MASTER_USERNAME = "appenv";
  private static final int LEAST_WINDOW_MINUTES = 30;
  private static final int KEEP_DAYS = 7;
  private static final Pattern VERSION = Pattern.compile("1[3-8]([.][0-9]{1,2})?");
  private static final Pattern INSTANCE_CLASS =
      Pattern.compile("db[.][a-z][a-z0-9]*(-[a-z0-9]+)?[.][a-z0-9]+");
  private static final Pattern CA_CERTIFICATE = Pattern.compile("rds-ca-[a-z0-9-]*[a-z0-9]");
  private static final Pattern IDENTIFIER = Pattern.compile("[a-z](-?[a-z0-9])*");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Set<String> RESERVED_NAMES =
      Set.of("postgres", "rdsadmin", "template0", "template1");

  private final Problems problems;
  private final Placement placement;

  DatabaseResolver(Problems problems, Placement placement) {
    this.problems = problems;
    this.placement = placement;
  }

  DesiredDatabase resolve(DatabaseSpec spec, Optional<String> credentials) {
    var version = version(spec.version());
    var policy = placement.deletionPolicy(problems, FIELD, spec.deletionPolicy());
    var size =
        problems.parsed(
            FIELD + ".storage", spec.storage(), 20, StorageSize::parse, StorageSize.REMEDY);
    var instanceClass = instanceClass(spec.instanceClass());
    var name = name(spec.name());
    checkPlace(spec);
    var windows = placement.onAws() ? windows(spec) : Windows.NONE;
    var identifier = identifier(spec.adopt());
    return new DesiredDatabase(
        identifier,
        placement.groupName(),
        placement.parameterGroup(version),
        DesiredDatabase.family(version),
        placement.onAws() ? Parameters.ofDatabase(problems, spec.parameters()) : Map.of(),
        spec.parameters() == null,
        placement.onAws() ? caCertificate(spec.caCertificate()) : Optional.empty(),
        placement.onAws() ? insights(spec.performanceInsights()) : Optional.empty(),
        version,
        instanceClass,
        size,
        placement.onAws() ? maxStorage(spec.maxStorage(), size) : Optional.empty(),
        storageType(spec.storageType()),
        placement.onAws() ? ProvisionedIops.read(problems, spec, size) : Optional.empty(),
        placement.onAws() && Boolean.TRUE.equals(spec.multiAZ()),
        placement.onAws() ? KeyId.given(spec.kmsKeyId()) : Optional.empty(),
        windows.days(),
        windows.daily(),
        windows.weekly(),
        placement.onAws() && !Boolean.FALSE.equals(spec.deletionProtection()),
        name,
        MASTER_USERNAME,
        placement.subnetIds(),
        policy,
        placement.finalSnapshot(),
        placement.upgradeSnapshot(version),
        replacement(spec, identifier),
        placement.tags(credentials),
        placement.onAws()
            ? new Custody(spec.adopt() != null, Boolean.TRUE.equals(spec.release()))
            : Custody.own());
  }

  private ReplacementTerms replacement(DatabaseSpec spec, String identifier) {
    var wish = placement.onAws() ? spec.replacement() : null;
    var isNamed = KeyId.given(spec.kmsKeyId()).filter(it -> !EncryptionKey.isAlias(it)).isPresent();
    if (wish != null && !isNamed) {
      problems.add(
          "spec.database.replacement needs spec.database.kmsKeyId by the key's id or ARN, not by an"
              + " alias");
    }
    return new ReplacementTerms(
        wish != null && isNamed,
        identifier + "-former",
        placement.replacementSnapshots(),
        problems.parsed(
            FIELD + ".replacement.keepFormer",
            wish == null ? StageDefaults.KEEP_FORMER : wish.keepFormer(),
            KEEP_DAYS,
            Days::parse,
            Days.REMEDY));
  }

  private void checkPlace(DatabaseSpec spec) {
    if (!placement.onAws() && (spec.adopt() != null || Boolean.TRUE.equals(spec.release()))) {
      problems.add(
          "stage Development has nothing in AWS to adopt or to release; remove spec.database.adopt"
              + " and spec.database.release");
    }
    if (spec.adopt() != null && spec.parameters() != null) {
      problems.add(
          "an adopted database keeps the parameter group it has; set parameters there, and remove"
              + " spec.database.parameters");
    }
  }

  private String identifier(@Nullable AdoptSpec adopt) {
    return adopt == null || !placement.onAws()
        ? placement.databaseIdentifier()
        : problems.parsed(
            FIELD + ".adopt.identifier",
            adopt.identifier(),
            "",
            form(IDENTIFIER),
            "write the identifier of an RDS instance, for example shop-db");
  }

  private String version(@Nullable String text) {
    return problems.parsed(
        FIELD + ".version",
        text,
        "17",
        form(VERSION),
        "write a PostgreSQL version, major or major.minor, of majors 13 to 18, for example '17'");
  }

  private String instanceClass(@Nullable String text) {
    return problems.parsed(
        FIELD + ".instanceClass",
        text,
        "",
        form(INSTANCE_CLASS),
        "write an RDS instance class, for example db.t3.medium");
  }

  private String name(@Nullable String text) {
    return problems.parsed(
        FIELD + ".name",
        text,
        "",
        name -> form(NAME).apply(name).filter(it -> !RESERVED_NAMES.contains(it)),
        "write a lower case letter, then lower case letters, digits or underscores, and none of"
            + " PostgreSQL's own names, for example app");
  }

  /** RDS refuses a threshold that leaves the volume no room to grow in. */
  private Optional<Integer> maxStorage(@Nullable String text, int size) {
    return Optional.ofNullable(text)
        .map(
            given ->
                problems.parsed(
                    FIELD + ".maxStorage",
                    given,
                    size,
                    value -> StorageSize.parse(value).filter(most -> most * 10 >= size * 11),
                    "write a whole number and Gi that is more than spec.database.storage by a"
                        + " tenth at least, or remove it"));
  }

  private Optional<String> caCertificate(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(
            given ->
                problems.parsed(
                    FIELD + ".caCertificate",
                    given,
                    "",
                    form(CA_CERTIFICATE),
                    "write the name of a certificate authority of RDS, for example"
                        + " rds-ca-rsa2048-g1"));
  }

  private Optional<Integer> insights(@Nullable PerformanceInsightsSpec spec) {
    return Optional.ofNullable(spec)
        .map(
            given ->
                problems.parsed(
                    FIELD + ".performanceInsights.retention",
                    given.retention(),
                    0,
                    DatabaseResolver::insightsDays,
                    "write 7d, 731d, or months of 31 days up to 713d, for example 62d"));
  }

  private static Optional<Integer> insightsDays(String text) {
    return Optional.of(text)
        .filter(it -> it.matches("[1-9][0-9]{0,2}d"))
        .map(it -> Integer.valueOf(it.substring(0, it.length() - 1)))
        .filter(days -> days == 7 || days == 731 || (days % 31 == 0 && days <= 713));
  }

  private static String storageType(@Nullable StorageType type) {
    return type == null ? StageDefaults.STORAGE_TYPE.name() : type.name();
  }

  private Windows windows(DatabaseSpec spec) {
    var backup = spec.backup() == null ? new BackupSpec(null, null) : spec.backup();
    return Windows.read(
        problems,
        new Windows.Source(FIELD + ".backup.pointInTime", backup.pointInTime()),
        new Windows.Source(FIELD + ".backup.window", backup.window()),
        new Windows.Source(FIELD + ".maintenanceWindow", spec.maintenanceWindow()),
        LEAST_WINDOW_MINUTES);
  }

  private static Function<String, Optional<String>> form(Pattern pattern) {
    return text -> Optional.of(text).filter(it -> pattern.matcher(it).matches());
  }
}
