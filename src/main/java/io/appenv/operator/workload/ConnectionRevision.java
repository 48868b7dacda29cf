package io.appenv.operator.workload;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.Connection;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.DesiredTier.Use;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A short fingerprint of the connections a tier uses. Made of addresses and of the identity of the
 * credentials, never of a password: it stands in an annotation, which anyone may read.
 */
final class ConnectionRevision {

  private ConnectionRevision() {}

  /** Empty when the tier uses nothing, or nothing of what it uses is known yet. */
  static Optional<String> of(Blueprint blueprint, DesiredTier tier) {
    var identity =
        tier.uses().stream()
            .sorted()
            .flatMap(use -> line(blueprint, use).stream())
            .collect(Collectors.joining("\n"));
    return identity.isEmpty() ? Optional.empty() : Optional.of(Fingerprint.of(identity));
  }

  private static Optional<String> line(Blueprint blueprint, Use use) {
    return switch (use) {
      case DATABASE -> blueprint.database().map(found -> line(use, found));
      case CACHE -> blueprint.cache().map(found -> line(use, found));
      case FILES -> blueprint.files().map(store -> use + " " + store.bucket());
    };
  }

  private static String line(Use use, Connection connection) {
    return use + " " + connection.credentialsUid() + " " + connection.endpoint();
  }
}
