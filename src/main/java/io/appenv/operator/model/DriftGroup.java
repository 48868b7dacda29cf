package io.appenv.operator.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of the data services by the policy that drift of them follows: the one table of
 * that. A test fails when a field of the database or the cache is in none, or in two.
 */
public enum DriftGroup {
  /** How large, how fast, and with how many replicas. */
  CAPACITY(
      Set.of("automaticFailover"),
      SpecField.DATABASE_INSTANCE_CLASS,
      SpecField.DATABASE_STORAGE,
      SpecField.DATABASE_MAX_STORAGE,
      SpecField.DATABASE_STORAGE_TYPE,
      SpecField.DATABASE_IOPS,
      SpecField.DATABASE_MULTI_AZ,
      SpecField.CACHE_NODE_TYPE,
      SpecField.CACHE_NODES),
  /** The version of the engine. */
  VERSION(Set.of("autoMinorVersionUpgrade"), SpecField.DATABASE_VERSION, SpecField.CACHE_VERSION),
  /** What protects the data from being lost. */
  BACKUP(
      Set.of("versioning", "lifecycle"),
      SpecField.DATABASE_POINT_IN_TIME,
      SpecField.DATABASE_BACKUP_WINDOW,
      SpecField.DATABASE_DELETION_PROTECTION,
      SpecField.CACHE_SNAPSHOT_RETENTION,
      SpecField.CACHE_SNAPSHOT_WINDOW,
      SpecField.FILES_INFREQUENT_ACCESS_AFTER,
      SpecField.FILES_GLACIER_AFTER),
  /** When AWS may interrupt. */
  MAINTENANCE(Set.of(), SpecField.DATABASE_MAINTENANCE_WINDOW, SpecField.CACHE_MAINTENANCE_WINDOW),
  /** What is recorded of the work. */
  MONITORING(Set.of(), SpecField.DATABASE_PERFORMANCE_INSIGHTS),
  /** The parameters of the engine. */
  PARAMETERS(Set.of("parameterGroup"), SpecField.DATABASE_PARAMETERS, SpecField.CACHE_PARAMETERS),
  /** Who gets in, and how. */
  ACCESS(
      Set.of(
          "settings",
          "authToken",
          "transitEncryption",
          "securityGroups",
          "publicAccess",
          "objectOwnership",
          "bucketPolicy",
          "encryption",
          "cors"),
      SpecField.DATABASE_CA_CERTIFICATE,
      SpecField.FILES_KMS_KEY_ID,
      SpecField.FILES_CORS_ORIGINS,
      SpecField.FILES_CORS_METHODS,
      SpecField.FILES_CORS_HEADERS,
      SpecField.FILES_CORS_EXPOSED,
      SpecField.FILES_CORS_MAX_AGE);

  /** What AWS cannot change, has no notion of, or what only says whose the data store is. */
  private static final Set<SpecField> FIXED =
      Set.of(
          SpecField.DATABASE_KMS_KEY_ID,
          SpecField.DATABASE_REPLACEMENT_KEEP_FORMER,
          SpecField.DATABASE_DELETION_POLICY,
          SpecField.DATABASE_NAME,
          SpecField.DATABASE_ADOPT_IDENTIFIER,
          SpecField.DATABASE_RELEASE,
          SpecField.CACHE_KMS_KEY_ID,
          SpecField.CACHE_DELETION_POLICY,
          SpecField.CACHE_ADOPT_IDENTIFIER,
          SpecField.CACHE_RELEASE,
          SpecField.FILES_BUCKET_NAME,
          SpecField.FILES_DELETION_POLICY);

  private final Set<SpecField> fields;
  private final Set<String> names;

  DriftGroup(Set<String> unspecified, SpecField... fields) {
    this.fields = Set.of(fields);
    this.names =
        Stream.concat(unspecified.stream(), Arrays.stream(fields).map(SpecField::shortName))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Of a setting by the name that a {@link Difference} has; empty where no policy is for it. */
  public static Optional<DriftGroup> of(String name) {
    return Arrays.stream(values()).filter(group -> group.names.contains(name)).findFirst();
  }

  /** Empty for what is no setting of a data service, or cannot drift. */
  public static Optional<DriftGroup> of(SpecField field) {
    return Arrays.stream(values()).filter(group -> group.fields.contains(field)).findFirst();
  }

  /** Whether a field of a data service is one that cannot drift. */
  public static boolean isFixed(SpecField field) {
    return FIXED.contains(field);
  }

  /** Those that have a field in the spec. */
  public Set<SpecField> fields() {
    return fields;
  }

  /** The names of all, short as in {@link SpecField#shortName()}. */
  public Set<String> names() {
    return names;
  }
}
