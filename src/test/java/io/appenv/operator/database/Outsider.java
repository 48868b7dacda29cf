package io.appenv.operator.database;

import io.appenv.operator.model.Desired;
import io.appenv.operator.model.EngineParameter;
import io.appenv.operator.model.ParameterGroup;
import java.util.HashMap;
import java.util.Objects;

/** Somebody who changes a database by hand, whatever the operator thinks of it. */
final class Outsider {

  private Outsider() {}

  /** Every setting becomes that of another database; whose it is stays. */
  static void makes(SimulatedDatabase aws, Desired other) {
    var wanted = new SimulatedInstance(DatabaseExample.database(other));
    var instance = aws.instance();
    instance.instanceClass = wanted.instanceClass;
    instance.maxStorageGib = wanted.maxStorageGib;
    instance.storageType = wanted.storageType;
    instance.iops = wanted.iops;
    instance.multiAz = wanted.multiAz;
    instance.backupRetentionDays = wanted.backupRetentionDays;
    instance.backupWindow = wanted.backupWindow;
    instance.maintenanceWindow = wanted.maintenanceWindow;
    instance.deletionProtection = wanted.deletionProtection;
    instance.caCertificate = wanted.caCertificate;
    instance.performanceInsightsDays = wanted.performanceInsightsDays;
    makesParameters(aws, other);
  }

  private static void makesParameters(SimulatedDatabase aws, Desired other) {
    var group = Objects.requireNonNull(aws.parameterGroup);
    var all = new HashMap<String, EngineParameter>(SimulatedDatabase.FAMILY);
    DatabaseExample.database(other)
        .parameters()
        .forEach((name, value) -> all.computeIfPresent(name, (_, it) -> changed(it, value)));
    aws.instance().awaitsRestart =
        all.entrySet().stream()
            .anyMatch(
                it ->
                    it.getValue().isStatic()
                        && !it.getValue().equals(group.parameters().get(it.getKey())));
    aws.parameterGroup =
        new ParameterGroup(group.name(), group.arn(), group.family(), all, group.tags());
  }

  /** What is set to the default of the family counts as not set. */
  private static EngineParameter changed(EngineParameter usual, String value) {
    return usual.value().filter(value::equals).isPresent() ? usual : usual.with(value);
  }
}
