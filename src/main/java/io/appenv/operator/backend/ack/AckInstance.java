package io.appenv.operator.backend.ack;

import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.InstanceSwitches;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The spec of a DBInstance. It names what AWS has now and, on top of it, what one action changes:
 * so the controller finds no other difference to act on.
 */
final class AckInstance {

  private static final String SECURITY_GROUPS = "vpcSecurityGroupIDs";

  private AckInstance() {}

  static Map<String, Object> created(
      DatabaseAction.CreateInstance create, Map<String, String> password) {
    var desired = create.desired();
    var spec = new TreeMap<String, Object>();
    spec.put("dbInstanceIdentifier", desired.identifier());
    spec.put("engine", "postgres");
    spec.put("engineVersion", desired.version());
    spec.put("dbInstanceClass", desired.instanceClass());
    spec.put("allocatedStorage", desired.storageGib());
    spec.put("storageType", desired.storageType());
    spec.put("storageEncrypted", true);
    spec.put("multiAZ", desired.multiAz());
    spec.put("dbName", desired.databaseName());
    spec.put("port", DesiredDatabase.PORT);
    spec.put("masterUsername", desired.masterUsername());
    spec.put("masterUserPassword", password);
    spec.put("dbSubnetGroupName", desired.subnetGroup());
    spec.put("dbParameterGroupName", desired.parameterGroup());
    spec.put("backupRetentionPeriod", desired.backupRetentionDays());
    spec.put("preferredBackupWindow", desired.backupWindow());
    spec.put("preferredMaintenanceWindow", desired.maintenanceWindow());
    spec.put("deletionProtection", desired.deletionProtection());
    switches(spec, InstanceSwitches.of(desired.version()));
    insights(spec, desired.performanceInsightsDays());
    spec.put("tags", AckTags.of(desired.tags()));
    if (!create.securityGroups().isEmpty()) {
      spec.put(SECURITY_GROUPS, create.securityGroups());
    }
    desired.iops().ifPresent(iops -> spec.put("iops", iops));
    desired.caCertificate().ifPresent(name -> spec.put("caCertificateIdentifier", name));
    desired.kmsKeyId().ifPresent(key -> spec.put("kmsKeyID", key));
    desired.maxStorageGib().ifPresent(gib -> spec.put("maxAllocatedStorage", gib));
    return spec;
  }

  static Map<String, Object> changed(
      DatabaseInstance seen, List<InstanceSetting> settings, Map<String, String> tags) {
    var spec = present(seen);
    spec.put("tags", AckTags.of(tags));
    settings.forEach(setting -> set(spec, setting));
    return spec;
  }

  private static Map<String, Object> present(DatabaseInstance seen) {
    var spec = new TreeMap<String, Object>();
    spec.put("dbInstanceIdentifier", seen.identifier());
    spec.put("engine", seen.origin().engine());
    spec.put("engineVersion", seen.engineVersion());
    spec.put("dbInstanceClass", seen.instanceClass());
    spec.put("allocatedStorage", seen.storageGib());
    spec.put("storageType", seen.storageType());
    spec.put("multiAZ", seen.multiAz());
    spec.put("dbSubnetGroupName", seen.subnetGroup());
    spec.put("dbParameterGroupName", seen.parameterGroup());
    spec.put("backupRetentionPeriod", seen.backupRetentionDays());
    spec.put("preferredBackupWindow", seen.backupWindow());
    spec.put("preferredMaintenanceWindow", seen.maintenanceWindow());
    spec.put("deletionProtection", seen.deletionProtection());
    switches(spec, seen.switches());
    insights(spec, seen.performanceInsightsDays());
    Optional.of(seen.iops()).filter(it -> it > 0).ifPresent(it -> spec.put("iops", it));
    Optional.of(seen.caCertificate())
        .filter(it -> !it.isEmpty())
        .ifPresent(it -> spec.put("caCertificateIdentifier", it));
    seen.maxStorageGib().ifPresent(gib -> spec.put("maxAllocatedStorage", gib));
    if (!seen.securityGroups().isEmpty()) {
      spec.put(SECURITY_GROUPS, seen.securityGroups());
    }
    return spec;
  }

  private static void set(Map<String, Object> spec, InstanceSetting setting) {
    switch (setting) {
      case InstanceSetting.InstanceClass(var name) -> spec.put("dbInstanceClass", name);
      case InstanceSetting.Storage(var gib) -> spec.put("allocatedStorage", gib);
      case InstanceSetting.MaxStorage(var gib) -> spec.put("maxAllocatedStorage", gib);
      case InstanceSetting.StorageType(var name) -> spec.put("storageType", name);
      case InstanceSetting.Iops(var perSecond) -> spec.put("iops", perSecond);
      case InstanceSetting.Version(var version) -> spec.put("engineVersion", version);
      case InstanceSetting.MultiAz(var on) -> spec.put("multiAZ", on);
      case InstanceSetting.BackupRetention(var days) -> spec.put("backupRetentionPeriod", days);
      case InstanceSetting.BackupWindow(var window) -> spec.put("preferredBackupWindow", window);
      case InstanceSetting.MaintenanceWindow(var window) ->
          spec.put("preferredMaintenanceWindow", window);
      case InstanceSetting.DeletionProtection(var on) -> spec.put("deletionProtection", on);
      case InstanceSetting.CaCertificate(var name) -> spec.put("caCertificateIdentifier", name);
      case InstanceSetting.PerformanceInsights(var days) -> insights(spec, days);
      case InstanceSetting.Parameters(var group) -> spec.put("dbParameterGroupName", group);
      case InstanceSetting.SecurityGroups(var ids) -> spec.put(SECURITY_GROUPS, ids);
      case InstanceSetting.Switches(var wanted) -> switches(spec, wanted);
    }
  }

  private static void switches(Map<String, Object> spec, InstanceSwitches switches) {
    spec.put("publiclyAccessible", switches.publiclyAccessible());
    spec.put("copyTagsToSnapshot", switches.copyTagsToSnapshot());
    spec.put("autoMinorVersionUpgrade", switches.autoMinorVersionUpgrade());
  }

  private static void insights(Map<String, Object> spec, Optional<Integer> days) {
    spec.put("performanceInsightsEnabled", days.isPresent());
    days.ifPresentOrElse(
        kept -> spec.put("performanceInsightsRetentionPeriod", kept),
        () -> spec.remove("performanceInsightsRetentionPeriod"));
  }
}
