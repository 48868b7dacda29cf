package io.appenv.operator.backend.aws;

import io.appenv.operator.model.Endpoint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads fields that AWS leaves out of an answer while a resource is being created. */
final class AbsentFields {

  private AbsentFields() {}

  static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  static int orZero(@Nullable Integer value) {
    return value == null ? 0 : value;
  }

  static boolean isTrue(@Nullable Boolean value) {
    return Boolean.TRUE.equals(value);
  }

  /** Empty until AWS has given both host and port. */
  static Optional<Endpoint> endpoint(@Nullable String host, @Nullable Integer port) {
    return host == null || host.isEmpty() || port == null
        ? Optional.empty()
        : Optional.of(new Endpoint(host, port));
  }
}
