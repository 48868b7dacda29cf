package io.appenv.operator.database;

import io.appenv.operator.model.DatabaseAction;
import io.appenv.operator.model.DatabaseInstance;
import io.appenv.operator.model.DatabaseInstance.Pending;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.InstanceOrigin;
import io.appenv.operator.model.InstanceOrigins;
import io.appenv.operator.model.InstanceSetting;
import io.appenv.operator.model.InstanceSwitches;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** An RDS instance that accepts, defers and refuses changes by the rules of ModifyDBInstance. */
final class SimulatedInstance {

  private static final Set<String> OPEN =
      Set.of("available", "storage-full", "storage-optimization");

  private static final String KEYS = "arn:aws:kms:ap-northeast-1:123456789012:key/";

  /** That of the account, which is taken where none is named. */
  static final String KEY = KEYS + "11111111-1111-1111-1111-111111111111";

  String status = "creating";
  String engineVersion;
  String instanceClass;
  int storageGib;
  Optional<Integer> maxStorageGib;
  String storageType;
  int iops;
  boolean multiAz;
  int backupRetentionDays;
  String backupWindow;
  String maintenanceWindow;
  boolean deletionProtection;
  String parameterGroup;
  boolean awaitsRestart;
  String caCertificate;
  Optional<Integer> performanceInsightsDays;
  String subnetGroup;
  InstanceSwitches switches;
  InstanceOrigin origin = InstanceOrigins.keyed(KEY);
  Pending pending = Pending.none();
  Map<String, String> tags;

  /** Whether what an upgrade meets in the database lets it fail. */
  boolean refusesUpgrades;

  private String identifier;

  SimulatedInstance(DesiredDatabase desired) {
    identifier = desired.identifier();
    engineVersion = chosenBy(desired.version());
    instanceClass = desired.instanceClass();
    storageGib = desired.storageGib();
    maxStorageGib = desired.maxStorageGib();
    storageType = desired.storageType();
    iops = desired.iops().orElse(storageGib < 400 ? 3_000 : 12_000);
    multiAz = desired.multiAz();
    backupRetentionDays = desired.backupRetentionDays();
    backupWindow = desired.backupWindow();
    maintenanceWindow = desired.maintenanceWindow();
    deletionProtection = desired.deletionProtection();
    parameterGroup = desired.parameterGroup();
    caCertificate = desired.caCertificate().orElse("rds-ca-rsa2048-g1");
    performanceInsightsDays = desired.performanceInsightsDays();
    subnetGroup = desired.subnetGroup();
    switches = InstanceSwitches.of(desired.version());
    tags = new HashMap<>(desired.tags());
    origin = InstanceOrigins.keyed(desired.kmsKeyId().map(SimulatedInstance::arn).orElse(KEY));
  }

  /** RDS gives a copy its defaults in whatever it is not told. */
  SimulatedInstance(DatabaseAction.RestoreInstance restore, String key) {
    this(restore.desired());
    var like = restore.likeness();
    engineVersion = like.engineVersion();
    instanceClass = like.instanceClass();
    storageGib = like.storageGib();
    maxStorageGib = Optional.empty();
    storageType = like.storageType();
    iops = like.iops();
    multiAz = like.multiAz();
    backupRetentionDays = 1;
    backupWindow = "13:00-13:30";
    maintenanceWindow = "tue:14:00-tue:14:30";
    parameterGroup = like.parameterGroup();
    caCertificate = like.caCertificate();
    performanceInsightsDays = Optional.empty();
    subnetGroup = like.subnetGroup();
    switches = like.switches();
    tags = new HashMap<>(restore.tags());
    origin = InstanceOrigins.keyed(key);
  }

  static String arn(String key) {
    return key.startsWith("arn:") ? key : KEYS + key;
  }

  String identifier() {
    return identifier;
  }

  void rename(String other) {
    refuseUnless(status.equals("available"), "is " + status);
    identifier = other;
    status = "renaming";
  }

  /** AWS completes a major version with its default minor one. */
  private static String chosenBy(String version) {
    return version.contains(".") ? version : version + ".6";
  }

  DatabaseInstance seen() {
    return new DatabaseInstance(
        identifier,
        "arn:aws:rds:ap-northeast-1:123456789012:db:" + identifier,
        status,
        engineVersion,
        instanceClass,
        storageGib,
        maxStorageGib.filter(most -> most > storageGib),
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
        Optional.empty(),
        pending,
        tags);
  }

  void reboot() {
    refuseUnless(Set.of("available", "storage-optimization").contains(status), "is " + status);
    awaitsRestart = false;
    status = "rebooting";
  }

  /** A failed one leaves nothing behind. */
  void upgrade(DatabaseAction.UpgradeInstance upgrade) {
    refuseUnless(status.equals("available"), "is " + status);
    refuseUnless(pending.isEmpty(), "something is pending");
    status = "upgrading";
    if (!refusesUpgrades) {
      engineVersion = upgrade.version();
      parameterGroup = upgrade.parameterGroup();
      switches =
          new InstanceSwitches(
              switches.publiclyAccessible(),
              switches.copyTagsToSnapshot(),
              upgrade.autoMinorVersionUpgrade());
      awaitsRestart = true;
    }
  }

  void modify(List<InstanceSetting> settings, boolean immediately) {
    refuseUnless(OPEN.contains(status), "is " + status);
    var size = size(settings);
    refuseUnless(
        size.map(value -> value == storageGib || value * 10 >= storageGib * 11).orElse(true),
        "storage grows by less than a tenth");
    refuseUnless(namesIopsAsDemanded(settings), "size and IOPS of striped gp3 belong together");
    refuseUnless(
        (size.isEmpty() && type(settings).isEmpty() && iops(settings).isEmpty())
            || !status.equals("storage-optimization"),
        "storage is being rearranged");
    for (var setting : settings) {
      set(setting, size.orElse(storageGib), immediately);
    }
    pending = accepted(settings);
    if (immediately) {
      applyPending();
    }
    status = "modifying";
  }

  private void set(InstanceSetting setting, int size, boolean immediately) {
    switch (setting) {
      case InstanceSetting.BackupRetention(var days) -> {
        refuseUnless(
            immediately || backupRetentionDays > 0, "switching backups on would be deferred");
        backupRetentionDays = days;
      }
      case InstanceSetting.MaxStorage(var gib) -> {
        refuseUnless(gib >= size, "the most is less than there is");
        maxStorageGib = Optional.of(gib);
      }
      case InstanceSetting.BackupWindow(var window) -> backupWindow = window;
      case InstanceSetting.MaintenanceWindow(var window) -> maintenanceWindow = window;
      case InstanceSetting.DeletionProtection(var on) -> deletionProtection = on;
      case InstanceSetting.PerformanceInsights(var days) -> performanceInsightsDays = days;
      case InstanceSetting.Parameters(var group) -> {
        parameterGroup = group;
        awaitsRestart = true;
      }
      case InstanceSetting.Switches(var wanted) -> switches = wanted;
      case InstanceSetting.SecurityGroups(var ids) -> carry(ids);
      case InstanceSetting.InstanceClass _,
          InstanceSetting.Storage _,
          InstanceSetting.StorageType _,
          InstanceSetting.Iops _,
          InstanceSetting.Version _,
          InstanceSetting.CaCertificate _,
          InstanceSetting.MultiAz _ -> {}
    }
  }

  void carry(List<String> ids) {
    refuseUnless(!ids.isEmpty(), "no security group");
    origin = InstanceOrigins.carrying(origin, ids);
  }

  /** What RDS puts off unless it is told to apply it immediately. */
  private Pending accepted(List<InstanceSetting> settings) {
    var type = accept(type(settings), pending.storageType(), storageType);
    var gib = accept(size(settings), pending.storageGib(), storageGib);
    var hasIops = hasIops(type.orElse(storageType), gib.orElse(storageGib));
    return new Pending(
        accept(
            find(settings, InstanceSetting.InstanceClass.class)
                .map(InstanceSetting.InstanceClass::name),
            pending.instanceClass(),
            instanceClass),
        gib,
        type,
        accept(iops(settings), pending.iops(), iops).filter(_ -> hasIops),
        accept(
            find(settings, InstanceSetting.Version.class)
                .map(InstanceSetting.Version::version)
                .map(SimulatedInstance::chosenBy),
            pending.engineVersion(),
            engineVersion),
        accept(
            find(settings, InstanceSetting.MultiAz.class).map(InstanceSetting.MultiAz::on),
            pending.multiAz(),
            multiAz),
        Optional.empty(),
        accept(
            find(settings, InstanceSetting.CaCertificate.class)
                .map(InstanceSetting.CaCertificate::name),
            pending.caCertificate(),
            caCertificate),
        pending.others());
  }

  /** Storage that has IOPS is changed with size and IOPS; for other storage IOPS are refused. */
  private boolean namesIopsAsDemanded(List<InstanceSetting> settings) {
    var wanted = iops(settings);
    var size = size(settings);
    if (size.isEmpty() && type(settings).isEmpty()) {
      return wanted.isEmpty();
    }
    var whole = size.or(pending::storageGib).orElse(storageGib);
    var type = type(settings).or(pending::storageType).orElse(storageType);
    return hasIops(type, whole)
        ? size.isPresent() && wanted.filter(it -> isAccepted(type, whole, it)).isPresent()
        : wanted.isEmpty();
  }

  /** gp3 is striped from 400 GiB on. */
  private static boolean hasIops(String type, int gib) {
    return switch (type) {
      case "gp3" -> gib >= 400;
      case "io1", "io2" -> true;
      default -> false;
    };
  }

  private static boolean isAccepted(String type, int gib, int iops) {
    return switch (type) {
      case "gp3" -> iops >= 12_000;
      case "io1" -> iops >= 1_000 && iops <= gib * 50;
      default -> iops >= 1_000 && iops <= gib * 1_000;
    };
  }

  private static Optional<Integer> iops(List<InstanceSetting> settings) {
    return find(settings, InstanceSetting.Iops.class).map(InstanceSetting.Iops::perSecond);
  }

  private static Optional<Integer> size(List<InstanceSetting> settings) {
    return find(settings, InstanceSetting.Storage.class).map(InstanceSetting.Storage::gib);
  }

  private static Optional<String> type(List<InstanceSetting> settings) {
    return find(settings, InstanceSetting.StorageType.class).map(InstanceSetting.StorageType::name);
  }

  private static <S> Optional<S> find(List<InstanceSetting> settings, Class<S> kind) {
    return settings.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** A value equal to the present one takes the pending one back. */
  private static <T> Optional<T> accept(Optional<T> sent, Optional<T> pending, T current) {
    return sent.isEmpty() ? pending : sent.filter(value -> !Objects.equals(value, current));
  }

  void applyPending() {
    refuseUnless(!pending.others(), "something unknown would be applied with it");
    pending.instanceClass().ifPresent(value -> instanceClass = value);
    pending.storageGib().ifPresent(value -> storageGib = value);
    pending.storageType().ifPresent(value -> storageType = value);
    iops = hasIops(storageType, storageGib) ? pending.iops().orElse(iops) : 3_000;
    pending.engineVersion().ifPresent(value -> engineVersion = value);
    pending.caCertificate().ifPresent(value -> caCertificate = value);
    pending.multiAz().ifPresent(value -> multiAz = value);
    pending = Pending.none();
  }

  static void refuseUnless(boolean accepted, String why) {
    if (!accepted) {
      throw new AssertionError("AWS would refuse: " + why);
    }
  }
}
