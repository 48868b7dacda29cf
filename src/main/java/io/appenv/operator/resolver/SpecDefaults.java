package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.AwsSpec;
import io.appenv.operator.api.v1alpha1.BackupSpec;
import io.appenv.operator.api.v1alpha1.CacheSpec;
import io.appenv.operator.api.v1alpha1.ConfigurationSpec;
import io.appenv.operator.api.v1alpha1.CorsRuleSpec;
import io.appenv.operator.api.v1alpha1.DatabaseSpec;
import io.appenv.operator.api.v1alpha1.FilesSpec;
import io.appenv.operator.api.v1alpha1.HealthSpec;
import io.appenv.operator.api.v1alpha1.NetworkSpec;
import io.appenv.operator.api.v1alpha1.PerformanceInsightsSpec;
import io.appenv.operator.api.v1alpha1.ReplacementSpec;
import io.appenv.operator.api.v1alpha1.SnapshotSpec;
import io.appenv.operator.api.v1alpha1.Stage;
import io.appenv.operator.api.v1alpha1.TierSpec;
import io.appenv.operator.api.v1alpha1.Use;
import org.jspecify.annotations.Nullable;

/**
 * The spec with every default written out. What a user left out and what was filled in look the
 * same from here on, which is why the rest of the resolver knows no default.
 */
final class SpecDefaults {

  private SpecDefaults() {}

  static AppEnvironmentSpec fill(AppEnvironmentSpec spec) {
    var stage = stage(spec);
    return new AppEnvironmentSpec(
        spec.stage(),
        spec.aws() == null ? null : aws(spec.aws()),
        network(spec, stage),
        spec.tiers().stream().map(tier -> tier(tier, stage)).toList(),
        spec.database() == null ? null : database(spec.database(), stage),
        spec.cache() == null ? null : cache(spec.cache(), stage),
        spec.files() == null ? null : files(spec.files()),
        configuration(spec.configuration(), stage),
        spec.operations());
  }

  private static @Nullable NetworkSpec network(AppEnvironmentSpec spec, Stage stage) {
    var network = spec.network();
    return network == null || network.ingress() == null
        ? network
        : new NetworkSpec(
            network.vpc(),
            network.subnets(),
            IngressDefaults.fill(network.ingress(), spec.tiers(), stage),
            network.securityGroups(),
            network.peers());
  }

  /** A stored object may lack the stage; whoever names a region lives on AWS. */
  static Stage stage(AppEnvironmentSpec spec) {
    if (spec.stage() != null) {
      return spec.stage();
    }
    return spec.aws() == null ? Stage.Development : Stage.Production;
  }

  private static AwsSpec aws(AwsSpec spec) {
    return new AwsSpec(spec.region(), or(spec.backend(), StageDefaults.BACKEND));
  }

  private static DatabaseSpec database(DatabaseSpec spec, Stage stage) {
    var defaults = StageDefaults.of(stage);
    var policy = or(spec.deletionPolicy(), defaults.deletionPolicy());
    var name = or(spec.name(), StageDefaults.DATABASE_NAME);
    if (stage == Stage.Development) {
      return new DatabaseSpec(
          spec.version(),
          spec.instanceClass(),
          spec.storage(),
          spec.maxStorage(),
          spec.storageType(),
          spec.iops(),
          spec.multiAZ(),
          spec.parameters(),
          spec.caCertificate(),
          spec.performanceInsights(),
          spec.kmsKeyId(),
          spec.replacement(),
          spec.backup(),
          spec.maintenanceWindow(),
          policy,
          spec.deletionProtection(),
          name,
          spec.adopt(),
          spec.release());
    }
    return new DatabaseSpec(
        spec.version(),
        spec.instanceClass(),
        spec.storage(),
        spec.maxStorage(),
        or(spec.storageType(), StageDefaults.STORAGE_TYPE),
        spec.iops(),
        or(spec.multiAZ(), defaults.multiAz()),
        spec.parameters(),
        spec.caCertificate(),
        performanceInsights(spec.performanceInsights()),
        spec.kmsKeyId(),
        replacement(spec.replacement()),
        backup(spec.backup()),
        or(spec.maintenanceWindow(), StageDefaults.DATABASE_MAINTENANCE_WINDOW),
        policy,
        or(spec.deletionProtection(), StageDefaults.DELETION_PROTECTION),
        name,
        spec.adopt(),
        or(spec.release(), false));
  }

  private static @Nullable PerformanceInsightsSpec performanceInsights(
      @Nullable PerformanceInsightsSpec spec) {
    return spec == null
        ? null
        : new PerformanceInsightsSpec(
            or(spec.retention(), StageDefaults.PERFORMANCE_INSIGHTS_RETENTION));
  }

  private static @Nullable ReplacementSpec replacement(@Nullable ReplacementSpec spec) {
    return spec == null
        ? null
        : new ReplacementSpec(or(spec.keepFormer(), StageDefaults.KEEP_FORMER));
  }

  private static BackupSpec backup(@Nullable BackupSpec spec) {
    return new BackupSpec(
        or(spec == null ? null : spec.pointInTime(), StageDefaults.POINT_IN_TIME),
        or(spec == null ? null : spec.window(), StageDefaults.BACKUP_WINDOW));
  }

  private static CacheSpec cache(CacheSpec spec, Stage stage) {
    var policy = or(spec.deletionPolicy(), StageDefaults.of(stage).deletionPolicy());
    if (stage == Stage.Development) {
      return new CacheSpec(
          spec.version(),
          spec.nodeType(),
          1,
          spec.parameters(),
          spec.snapshot(),
          spec.maintenanceWindow(),
          spec.kmsKeyId(),
          policy,
          spec.adopt(),
          spec.release());
    }
    return new CacheSpec(
        spec.version(),
        spec.nodeType(),
        spec.nodes(),
        spec.parameters(),
        snapshot(spec.snapshot()),
        or(spec.maintenanceWindow(), StageDefaults.CACHE_MAINTENANCE_WINDOW),
        spec.kmsKeyId(),
        policy,
        spec.adopt(),
        or(spec.release(), false));
  }

  /** Copies of passwords leave the cluster only where somebody asks for it. */
  private static @Nullable ConfigurationSpec configuration(
      @Nullable ConfigurationSpec spec, Stage stage) {
    return stage == Stage.Development
        ? spec
        : new ConfigurationSpec(or(spec == null ? null : spec.publish(), StageDefaults.PUBLISH));
  }

  private static FilesSpec files(FilesSpec spec) {
    return new FilesSpec(
        spec.bucketName(),
        or(spec.infrequentAccessAfter(), StageDefaults.INFREQUENT_ACCESS_AFTER),
        or(spec.glacierAfter(), StageDefaults.GLACIER_AFTER),
        spec.kmsKeyId(),
        spec.cors().stream().map(SpecDefaults::cors).toList(),
        or(spec.deletionPolicy(), StageDefaults.FILES_DELETION_POLICY));
  }

  private static CorsRuleSpec cors(CorsRuleSpec spec) {
    return new CorsRuleSpec(
        spec.allowedOrigins(),
        spec.allowedMethods(),
        spec.allowedHeaders(),
        spec.exposeHeaders(),
        or(spec.maxAgeSeconds(), StageDefaults.CORS_MAX_AGE_SECONDS));
  }

  private static SnapshotSpec snapshot(@Nullable SnapshotSpec spec) {
    return new SnapshotSpec(
        or(spec == null ? null : spec.retention(), StageDefaults.SNAPSHOT_RETENTION),
        or(spec == null ? null : spec.window(), StageDefaults.SNAPSHOT_WINDOW));
  }

  private static TierSpec tier(TierSpec spec, Stage stage) {
    return new TierSpec(
        spec.name(),
        spec.image(),
        spec.resources(),
        spec.accepts(),
        spec.uses(),
        spec.uses().contains(Use.database)
            ? or(spec.databaseConnections(), StageDefaults.DATABASE_CONNECTIONS)
            : spec.databaseConnections(),
        RequestDefaults.fill(spec, stage),
        health(spec),
        spec.command(),
        spec.args(),
        spec.env(),
        spec.envFrom(),
        spec.requiredEnv(),
        spec.runAsUser(),
        or(spec.writableRootFilesystem(), false),
        or(spec.terminationGracePeriod(), StageDefaults.TERMINATION_GRACE_PERIOD),
        or(spec.availableWithin(), StageDefaults.AVAILABLE_WITHIN));
  }

  /** A tier that listens on nothing has nothing to be asked on. */
  private static @Nullable HealthSpec health(TierSpec tier) {
    var spec = tier.health();
    var port = spec == null || spec.port() == null ? firstPort(tier) : spec.port();
    if (port == null) {
      return spec;
    }
    return new HealthSpec(
        spec == null ? null : spec.path(),
        port,
        or(spec == null ? null : spec.startupTimeout(), StageDefaults.STARTUP_TIMEOUT));
  }

  private static @Nullable Integer firstPort(TierSpec tier) {
    for (var accept : tier.accepts()) {
      if (!accept.ports().isEmpty()) {
        return accept.ports().getFirst();
      }
    }
    return null;
  }

  private static <T> T or(@Nullable T value, T fallback) {
    return value == null ? fallback : value;
  }
}
