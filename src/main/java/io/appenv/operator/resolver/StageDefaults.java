package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AwsBackend;
import io.appenv.operator.api.v1alpha1.DeletionPolicy;
import io.appenv.operator.api.v1alpha1.IngressScheme;
import io.appenv.operator.api.v1alpha1.Stage;
import io.appenv.operator.api.v1alpha1.StorageType;

/** The values of fields that were left out, as their API descriptions promise them. */
record StageDefaults(boolean multiAz, DeletionPolicy deletionPolicy, boolean protectedBalancer) {

  static final AwsBackend BACKEND = AwsBackend.SDK;
  static final StorageType STORAGE_TYPE = StorageType.gp3;
  static final String PERFORMANCE_INSIGHTS_RETENTION = "7d";
  static final String KEEP_FORMER = "7d";
  static final String POINT_IN_TIME = "7d";
  static final String BACKUP_WINDOW = "17:00-18:00";
  static final String DATABASE_MAINTENANCE_WINDOW = "sun:18:30-sun:19:30";
  static final boolean DELETION_PROTECTION = true;
  static final String DATABASE_NAME = "app";
  static final String SNAPSHOT_RETENTION = "1d";
  static final String SNAPSHOT_WINDOW = "16:00-17:00";
  static final String CACHE_MAINTENANCE_WINDOW = "sun:20:00-sun:21:00";
  static final IngressScheme INGRESS_SCHEME = IngressScheme.InternetFacing;
  static final int IDLE_TIMEOUT_SECONDS = 60;
  static final String HEALTH_CHECK_PATH = "/";
  static final String STARTUP_TIMEOUT = "5m";
  static final String TERMINATION_GRACE_PERIOD = "30s";
  static final String AVAILABLE_WITHIN = "10m";
  static final int DATABASE_CONNECTIONS = 10;
  static final String INFREQUENT_ACCESS_AFTER = "30d";
  static final String GLACIER_AFTER = "90d";
  static final int CORS_MAX_AGE_SECONDS = 3600;
  static final boolean PUBLISH = false;
  static final DeletionPolicy FILES_DELETION_POLICY = DeletionPolicy.Retain;

  static StageDefaults of(Stage stage) {
    return switch (stage) {
      case Production -> new StageDefaults(true, DeletionPolicy.Snapshot, true);
      case Staging -> new StageDefaults(false, DeletionPolicy.Snapshot, false);
      case Development -> new StageDefaults(false, DeletionPolicy.Retain, false);
    };
  }
}
