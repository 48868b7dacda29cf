package io.appenv.operator.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An RDS instance as DescribeDBInstances showed it.
 *
 * @param awaitsRestart whether parameters were changed that take effect only then
 */
public record DatabaseInstance(
    String identifier,
    String arn,
    String status,
    String engineVersion,
    String instanceClass,
    int storageGib,
    Optional<Integer> maxStorageGib,
    String storageType,
    int iops,
    boolean multiAz,
    int backupRetentionDays,
    String backupWindow,
    String maintenanceWindow,
    boolean deletionProtection,
    String parameterGroup,
    boolean awaitsRestart,
    String caCertificate,
    Optional<Integer> performanceInsightsDays,
    String subnetGroup,
    InstanceSwitches switches,
    InstanceOrigin origin,
    Optional<Endpoint> endpoint,
    Pending pending,
    Map<String, String> tags)
    implements DataStore {

  public DatabaseInstance {
    tags = Map.copyOf(tags);
  }

  @Override
  public List<String> securityGroups() {
    return origin.surroundings().securityGroups();
  }

  /** The same with these tags added, or changed to these. */
  public DatabaseInstance tagged(Map<String, String> added) {
    var all = new HashMap<>(tags);
    all.putAll(added);
    return new DatabaseInstance(
        identifier,
        arn,
        status,
        engineVersion,
        instanceClass,
        storageGib,
        maxStorageGib,
        storageType,
        iops,
        multiAz,
        backupRetentionDays,
        backupWindow,
        maintenanceWindow,
        deletionProtection,
        parameterGroup,
        awaitsRestart,
        caCertificate,
        performanceInsightsDays,
        subnetGroup,
        switches,
        origin,
        endpoint,
        pending,
        all);
  }

  /**
   * Values AWS has accepted and applies in the maintenance window (PendingModifiedValues).
   *
   * @param others whether something else is pending, such as what nobody here asked for
   */
  public record Pending(
      Optional<String> instanceClass,
      Optional<Integer> storageGib,
      Optional<String> storageType,
      Optional<Integer> iops,
      Optional<String> engineVersion,
      Optional<Boolean> multiAz,
      Optional<Integer> backupRetentionDays,
      Optional<String> caCertificate,
      boolean others) {

    public static Pending none() {
      return new Pending(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);
    }

    public boolean isEmpty() {
      return equals(none());
    }
  }
}
