package io.appenv.operator.status;

import io.appenv.operator.api.v1alpha1.DeletionPolicy;
import io.appenv.operator.api.v1alpha1.ResourceStatus;
import io.appenv.operator.model.Desired;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.status.SeenResources.Seen;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of the inventory, from the intent to the end of its resource. */
final class InventoryRow {

  private static final String INTENDED = "Intended";

  private InventoryRow() {}

  static ResourceStatus intent(ResourceRef ref, Instant now) {
    return new ResourceStatus(
        ref.kind().service(),
        ref.kind().apiName(),
        ref.name(),
        null,
        INTENDED,
        now.truncatedTo(ChronoUnit.SECONDS).toString(),
        false,
        null);
  }

  static ResourceStatus seen(ResourceStatus row, Seen seen) {
    return new ResourceStatus(
        row.service(), row.kind(), row.name(), seen.arn(), seen.state(), row.since(), true, null);
  }

  /** An intent stays one until its resource is seen. */
  static ResourceStatus gone(ResourceStatus row, String state) {
    return wasThere(row) ? with(row, row.arn(), state, null) : row;
  }

  static boolean wasThere(ResourceStatus row) {
    return Boolean.TRUE.equals(row.observed());
  }

  static ResourceStatus withPolicy(ResourceStatus row, ResourceRef ref, Desired desired) {
    return with(row, row.arn(), row.state(), policy(ref.kind(), desired).orElse(null));
  }

  private static ResourceStatus with(
      ResourceStatus row, @Nullable String arn, String state, @Nullable String policy) {
    return new ResourceStatus(
        row.service(), row.kind(), row.name(), arn, state, row.since(), row.observed(), policy);
  }

  private static Optional<String> policy(ResourceKind kind, Desired desired) {
    return switch (kind) {
      case DATABASE_INSTANCE ->
          desired
              .database()
              .filter(it -> !it.custody().released())
              .map(it -> word(it.deletionPolicy()));
      case REPLICATION_GROUP ->
          desired
              .cache()
              .filter(it -> !it.custody().released())
              .map(it -> word(it.deletionPolicy()));
      case BUCKET -> desired.files().map(it -> word(it.deletionPolicy()));
      case SECURITY_GROUP,
          DATABASE_SUBNET_GROUP,
          DATABASE_PARAMETER_GROUP,
          DATABASE_SNAPSHOT,
          CACHE_SUBNET_GROUP,
          CACHE_PARAMETER_GROUP,
          CACHE_SNAPSHOT,
          DEPLOYMENT,
          AUTOSCALER,
          NETWORK_POLICY,
          INGRESS,
          CERTIFICATE,
          DNS_RECORD,
          PARAMETER,
          SECRET ->
          Optional.empty();
    };
  }

  private static String word(io.appenv.operator.model.DeletionPolicy policy) {
    return switch (policy) {
      case SNAPSHOT -> DeletionPolicy.Snapshot.name();
      case RETAIN -> DeletionPolicy.Retain.name();
      case DELETE -> DeletionPolicy.Delete.name();
    };
  }
}
