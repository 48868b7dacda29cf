package io.appenv.operator.backend.incluster;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredCache;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.workload.Metadata;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;

/** Valkey, which speaks the protocol of the Redis that ElastiCache would run. */
final class Valkey {

  /** Valkey began as Redis 7.2.4, so this one stands for every Redis version of the spec. */
  private static final String IMAGE = "valkey/valkey:7.2-alpine";

  /** User and group "valkey" of the Alpine images. */
  private static final long USER = 999;

  private static final long GROUP = 1000;

  /** Read by valkey-cli as well, so that the probe needs no password among its arguments. */
  private static final String PASSWORD = "REDISCLI_AUTH";

  /** Through standard input, because arguments can be read by every process of the node. */
  private static final String START =
      """
      exec valkey-server - <<CONFIGURATION
      dir %s
      appendonly yes
      maxmemory 192mb
      maxmemory-policy volatile-lru
      requirepass $%s
      CONFIGURATION
      """
          .formatted(DataServer.DATA_PATH, PASSWORD);

  private Valkey() {}

  static DataServer server(Blueprint blueprint, DesiredCache cache) {
    return new DataServer(
        cache.identifier(),
        "cache",
        DesiredTier.Use.CACHE,
        "valkey",
        IMAGE,
        DesiredCache.PORT,
        List.of("sh", "-c", START),
        List.of(
            PasswordVariable.of(PASSWORD, Metadata.environment(blueprint) + "-cache-credentials")),
        // The exit code of ping is 0 even when the server refuses.
        List.of("sh", "-c", "test \"$(valkey-cli ping)\" = PONG"),
        USER,
        GROUP,
        Map.of("tmp", "/tmp"),
        new Quantity("50m"),
        new Quantity("256Mi"),
        StorageQuantity.ofGib(1),
        cache.deletionPolicy());
  }
}
