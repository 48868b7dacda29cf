package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.DatabaseSpec;
import io.appenv.operator.api.v1alpha1.StorageType;
import java.util.Optional;

/** Reads {@code spec.database.iops}, which RDS binds to the kind and the size of the volume. */
final class ProvisionedIops {

  private static final String FIELD = "spec.database.iops";
  private static final int LEAST = 1_000;
  private static final int MOST = 256_000;

  private ProvisionedIops() {}

  static Optional<Integer> read(Problems problems, DatabaseSpec spec, int gib) {
    var type = spec.storageType() == null ? StageDefaults.STORAGE_TYPE : spec.storageType();
    var given = Optional.ofNullable(spec.iops());
    if (given.map(it -> isAccepted(type, gib, it)).orElse(!isRequired(type))) {
      return given;
    }
    problems.add(
        "%s is %s; %s"
            .formatted(FIELD, given.map(String::valueOf).orElse("missing"), remedy(type)));
    return Optional.empty();
  }

  private static boolean isRequired(StorageType type) {
    return switch (type) {
      case gp2, gp3 -> false;
      case io1, io2 -> true;
    };
  }

  private static boolean isAccepted(StorageType type, int gib, int iops) {
    return switch (type) {
      case gp2 -> false;
      case gp3 -> gib >= 400 && iops >= 12_000 && iops <= 64_000;
      case io1 -> isWithin(gib, iops, 50);
      case io2 -> isWithin(gib, iops, 1_000);
    };
  }

  private static boolean isWithin(int gib, int iops, int ratio) {
    return gib >= 100 && iops >= LEAST && iops <= MOST && iops * 2 >= gib && iops <= gib * ratio;
  }

  private static String remedy(StorageType type) {
    return switch (type) {
      case gp2 -> "remove it, as gp2 takes none";
      case gp3 -> "write 12000 to 64000 and a storage of 400Gi or more, or remove it";
      case io1 ->
          "write 1000 to 256000 that are half to 50 times spec.database.storage, from 100Gi on";
      case io2 ->
          "write 1000 to 256000 that are half to 1000 times spec.database.storage, from 100Gi on";
    };
  }
}
