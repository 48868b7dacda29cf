package io.appenv.operator.sandbox.emulation;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What RDS accepts in which state, and what it puts off. */
final class InstanceRules {

  /** Parameters that say how to modify, not what. */
  private static final Set<String> MANNER =
      Set.of("Action", "Version", "DBInstanceIdentifier", "ApplyImmediately");

  private static final Set<String> DEFERRABLE =
      Set.of(
          "DBInstanceClass",
          "AllocatedStorage",
          "StorageType",
          "Iops",
          "EngineVersion",
          "MultiAZ",
          "CACertificateIdentifier");

  private static final Set<String> AUTHORITIES =
      Set.of("rds-ca-2019", "rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1");

  private static final Set<String> STORAGE = Set.of("AllocatedStorage", "StorageType", "Iops");

  private static final Set<String> UNDER_WAY =
      Set.of(
          "creating",
          "deleting",
          "backing-up",
          "modifying",
          "rebooting",
          "upgrading",
          "resetting-master-credentials",
          "starting",
          "stopping",
          "stopped");

  private InstanceRules() {}

  /**
   * RDS modifies available instances; a full one may be given more storage, and one that cannot
   * start may be given what it starts with. AWS does not say whether the protection of an instance
   * that failed for good can be lifted; it can here, as the user could otherwise never delete it.
   */
  static boolean acceptsModify(String status, Set<String> parameters) {
    return switch (status) {
      case "available" -> true;
      case "storage-optimization" -> STORAGE.stream().noneMatch(parameters::contains);
      case "storage-full" -> parameters.contains("AllocatedStorage") || unprotects(parameters);
      case "incompatible-parameters", "incompatible-option-group" -> true;
      default -> !UNDER_WAY.contains(status) && unprotects(parameters);
    };
  }

  /**
   * RDS grows storage by a tenth at least, and rounds up what is less (API reference of
   * ModifyDBInstance, AllocatedStorage).
   */
  static String grown(String current, String wanted) {
    var now = Integer.parseInt(current);
    var wish = Integer.parseInt(wanted);
    return wish <= now ? wanted : String.valueOf(Math.max(wish, Math.ceilDiv(now * 11, 10)));
  }

  /**
   * Whoever changes storage that has IOPS, or to it, names the size and the IOPS; for other storage
   * nobody names IOPS.
   *
   * @return why a change is refused
   */
  static Optional<String> storageRefusal(Map<String, String> requested, Item before) {
    if (STORAGE.stream().noneMatch(requested::containsKey)) {
      return Optional.empty();
    }
    var size =
        Integer.parseInt(
            requested.getOrDefault("AllocatedStorage", before.text("AllocatedStorage")));
    var type = requested.getOrDefault("StorageType", before.text("StorageType"));
    var iops = Optional.ofNullable(requested.get("Iops")).map(Integer::valueOf);
    if (!hasIops(type, size)) {
      return iops.map(
          _ ->
              "You can't specify IOPS or storage throughput for engine postgres and a storage size"
                  + " less than 400.");
    }
    if (iops.isEmpty() || !requested.containsKey("AllocatedStorage")) {
      return Optional.of(
          "You must specify both the storage size and iops when modifying the storage size or iops"
              + " on a DB instance that has iops.");
    }
    return iops.filter(value -> !isAccepted(type, size, value))
        .map(
            value ->
                "Invalid iops value for engine name postgres and storage type %s: %d"
                    .formatted(type, value));
  }

  /** Whether the authority of the certificate, if one is named, is one of RDS. */
  static boolean knowsAuthority(Map<String, String> requested) {
    var name = requested.get("CACertificateIdentifier");
    return name == null || AUTHORITIES.contains(name);
  }

  /** 7 days, months of 31, or two years. */
  static boolean acceptsInsights(Map<String, String> requested) {
    var days = Integer.parseInt(requested.getOrDefault("PerformanceInsightsRetentionPeriod", "7"));
    return days == 7 || days == 731 || (days > 0 && days % 31 == 0 && days <= 713);
  }

  /** io1 and io2 have IOPS of their own, and gp3, which is striped from 400 GiB on. */
  static boolean hasIops(String type, int gib) {
    return switch (type) {
      case "gp3" -> gib >= 400;
      case "io1", "io2" -> true;
      default -> false;
    };
  }

  private static boolean isAccepted(String type, int gib, int iops) {
    return switch (type) {
      case "gp3" -> iops >= 12_000 && iops <= 64_000;
      case "io1" -> gib >= 100 && iops >= 1_000 && iops * 2 >= gib && iops <= gib * 50;
      default -> gib >= 100 && iops >= 1_000 && iops * 2 >= gib && iops <= gib * 1_000;
    };
  }

  /** A new instance of io1 or io2 names its IOPS; gp3 begins with what its size has. */
  static Optional<String> creationRefusal(Map<String, String> requested) throws IOException {
    var storage = new HashMap<>(requested);
    storage.putIfAbsent("StorageType", "gp2");
    if (storage.get("StorageType").equals("gp3") && !requested.containsKey("Iops")) {
      return Optional.empty();
    }
    return storageRefusal(storage, Item.parse("<DBInstance/>"));
  }

  private static boolean unprotects(Set<String> parameters) {
    var changed = new LinkedHashSet<>(parameters);
    changed.removeAll(MANNER);
    return changed.equals(Set.of("DeletionProtection"));
  }

  /** DeleteDBInstance: no final snapshot of an instance under way, and of some that failed. */
  static boolean acceptsFinalSnapshot(String status) {
    return switch (status) {
      case "available",
          "storage-full",
          "storage-optimization",
          "incompatible-parameters",
          "incompatible-option-group",
          "restore-error",
          "incompatible-create",
          "inaccessible-encryption-credentials",
          "inaccessible-encryption-credentials-recoverable",
          "insufficient-capacity" ->
          true;
      default -> false;
    };
  }

  /**
   * Settings for DB instances, RDS User Guide: backups switched on or off wait for the maintenance
   * window, other changes of the retention do not.
   */
  static Set<String> deferrable(Map<String, String> requested, Item before) {
    var retention = requested.get("BackupRetentionPeriod");
    var switches =
        retention != null
            && retention.equals("0") != before.text("BackupRetentionPeriod").equals("0");
    if (!switches) {
      return DEFERRABLE;
    }
    var all = new LinkedHashSet<>(DEFERRABLE);
    all.add("BackupRetentionPeriod");
    return all;
  }

  /** What really changes of that which was asked for. */
  static Set<String> effective(Map<String, String> applied, Item before) {
    var changed = new LinkedHashSet<String>();
    applied.forEach(
        (name, value) -> {
          if (!MANNER.contains(name) && !value.equals(before.text(name))) {
            changed.add(name);
          }
        });
    var group = before.all("DBParameterGroupName").stream().map(Item::text).findFirst();
    if (group.isPresent() && group.get().equals(applied.get("DBParameterGroupName"))) {
      changed.remove("DBParameterGroupName");
    }
    return changed;
  }

  /** The states an instance passes while changes are applied. */
  static Timeline applying(Set<String> changed, Pace pace, Timeline timeline) {
    if (changed.equals(Set.of("MasterUserPassword"))) {
      return timeline.then("resetting-master-credentials", pace.modifying);
    }
    var word = changed.contains("EngineVersion") ? "upgrading" : "modifying";
    var applied = timeline.then(word, pace.modifying);
    // In use again, but RDS takes no further change of storage until the volume is in order.
    return STORAGE.stream().anyMatch(changed::contains)
        ? applied.then("storage-optimization", pace.backingUp)
        : applied;
  }

  /** RDS resolves a major version to its default minor version. */
  static String fullVersion(String version) {
    return version.contains(".") ? version : version + ".6";
  }
}
