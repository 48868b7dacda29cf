package io.appenv.operator.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A PostgreSQL database.
 *
 * @param identifier RDS instance identifier; in the cluster, the StatefulSet's name
 * @param parameters values of engine parameters
 * @param keepsOtherParameters whether what somebody else has set may stay
 * @param caCertificate who signs its certificate; empty where that may stay as it is
 * @param performanceInsightsDays how long they are kept; empty where there are none
 * @param storageGib allocated storage in GiB
 * @param maxStorageGib up to where RDS may grow the storage by itself; empty where it may not
 * @param iops empty where RDS knows best, or where what there is may stay
 * @param backupRetentionDays days of point-in-time recovery, 0 to 35
 * @param backupWindow hh:mm-hh:mm UTC
 * @param maintenanceWindow ddd:hh:mm-ddd:hh:mm UTC
 * @param databaseName of an adopted one only what counts where AWS names none
 * @param finalSnapshot name of the snapshot a deletion takes
 * @param upgradeSnapshot what the names of the snapshots begin with that are taken before an
 *     upgrade to this major version
 * @param replacement how it is replaced by a copy of itself
 */
public record DesiredDatabase(
    String identifier,
    String subnetGroup,
    String parameterGroup,
    String parameterFamily,
    Map<String, String> parameters,
    boolean keepsOtherParameters,
    Optional<String> caCertificate,
    Optional<Integer> performanceInsightsDays,
    String version,
    String instanceClass,
    int storageGib,
    Optional<Integer> maxStorageGib,
    String storageType,
    Optional<Integer> iops,
    boolean multiAz,
    Optional<String> kmsKeyId,
    int backupRetentionDays,
    String backupWindow,
    String maintenanceWindow,
    boolean deletionProtection,
    String databaseName,
    String masterUsername,
    Set<String> subnetIds,
    DeletionPolicy deletionPolicy,
    String finalSnapshot,
    String upgradeSnapshot,
    ReplacementTerms replacement,
    Map<String, String> tags,
    Custody custody) {

  public static final int PORT = 5432;

  private static final String FAMILY = "postgres";

  public DesiredDatabase {
    parameters = Map.copyOf(parameters);
    subnetIds = Set.copyOf(subnetIds);
    tags = Map.copyOf(tags);
  }

  /** Whether this is a later major version of the engine than the one that runs. */
  public boolean isMajorUpgradeOf(String runs) {
    return EngineVersion.compare(runs, version) == EngineVersion.MAJOR_UPGRADE;
  }

  /** Whether the parameters of what runs are of another family, be it a later or an earlier one. */
  public boolean isOtherFamilyThan(String runs) {
    return !runs.isEmpty() && !family(runs).equals(parameterFamily);
  }

  /** The family of parameter groups that a version of PostgreSQL takes. */
  public static String family(String version) {
    return FAMILY + version.split("[.]", -1)[0];
  }

  /** The name of the parameter group of a version, in which other major versions have others. */
  public static String parameterGroup(String base, String version) {
    return base + "-" + family(version);
  }

  /**
   * What else parameter groups of the environment are called: those of other major versions, and
   * the one that bears the name that all versions had before the family was a part of it.
   */
  public List<String> otherParameterGroups() {
    var ending = "-" + parameterFamily;
    if (!parameterGroup.endsWith(ending)) {
      return List.of();
    }
    var base = parameterGroup.substring(0, parameterGroup.length() - ending.length());
    return Stream.concat(
            Stream.of(base),
            EngineVersion.POSTGRESQL_MAJORS.stream()
                .map(major -> parameterGroup(base, major.toString())))
        .filter(name -> !name.equals(parameterGroup))
        .toList();
  }
}
