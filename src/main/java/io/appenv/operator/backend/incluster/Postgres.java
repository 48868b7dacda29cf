package io.appenv.operator.backend.incluster;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredDatabase;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.workload.Metadata;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;

/** PostgreSQL from the official image, of the major version that RDS would run. */
final class Postgres {

  /** The user "postgres" of the Alpine images. */
  private static final long USER = 70;

  private Postgres() {}

  static DataServer server(Blueprint blueprint, DesiredDatabase database) {
    return new DataServer(
        database.identifier(),
        "database",
        DesiredTier.Use.DATABASE,
        "postgresql",
        "postgres:" + Version.major(database.version()) + "-alpine",
        DesiredDatabase.PORT,
        List.of(),
        variables(blueprint, database),
        // Over TCP: while the image initializes, its temporary server listens on the socket only.
        List.of(
            "pg_isready",
            "-h",
            "127.0.0.1",
            "-U",
            database.masterUsername(),
            "-d",
            database.databaseName()),
        USER,
        USER,
        Map.of("tmp", "/tmp", "run", "/var/run/postgresql"),
        new Quantity("100m"),
        new Quantity("512Mi"),
        StorageQuantity.ofGib(database.storageGib()),
        database.deletionPolicy());
  }

  private static List<EnvVar> variables(Blueprint blueprint, DesiredDatabase database) {
    return List.of(
        new EnvVar("POSTGRES_DB", database.databaseName(), null),
        new EnvVar("POSTGRES_USER", database.masterUsername(), null),
        PasswordVariable.of(
            "POSTGRES_PASSWORD", Metadata.environment(blueprint) + "-database-credentials"),
        // Below the mount: a fresh volume may contain lost+found, and initdb wants an empty folder.
        new EnvVar("PGDATA", DataServer.DATA_PATH + "/pgdata", null));
  }
}
