package io.appenv.operator.resolver;

import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.model.DesiredPublication;
import io.appenv.operator.model.EnvironmentId;
import io.appenv.operator.model.Ownership;
import io.appenv.operator.model.Stage;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads {@code spec.configuration}: which outputs are published, and under which names. */
final class PublicationResolver {

  private PublicationResolver() {}

  /** Empty in Development, where there is nowhere to publish. */
  static Optional<DesiredPublication> resolve(
      Problems problems, AppEnvironmentSpec spec, EnvironmentId environment, Stage stage) {
    var isWanted = spec.publishes();
    if (stage == Stage.DEVELOPMENT) {
      if (isWanted) {
        problems.add(
            "spec.configuration.publish is true, but stage Development uses no AWS; remove it");
      }
      return Optional.empty();
    }
    return Optional.of(
        isWanted
            ? new DesiredPublication(
                DesiredPublication.pathOf(environment),
                named(parameters(spec), stage),
                named(secrets(spec), stage),
                Ownership.tags(environment))
            : DesiredPublication.none(environment));
  }

  private static Set<String> parameters(AppEnvironmentSpec spec) {
    var names = new TreeSet<String>();
    if (spec.network() != null && spec.network().ingress() != null) {
      names.add("API_ENDPOINT");
    }
    if (spec.files() != null) {
      names.add("BUCKET_NAME");
    }
    if (spec.database() != null) {
      names.addAll(Set.of("DATABASE_HOST", "DATABASE_PORT", "DATABASE_NAME"));
    }
    if (spec.cache() != null) {
      names.addAll(Set.of("REDIS_HOST", "REDIS_PORT"));
    }
    return names;
  }

  private static Set<String> secrets(AppEnvironmentSpec spec) {
    var names = new TreeSet<String>();
    if (spec.database() != null) {
      names.add("DATABASE_URL");
    }
    if (spec.cache() != null) {
      names.add("REDIS_URL");
    }
    return names;
  }

  private static Set<String> named(Set<String> outputs, Stage stage) {
    return outputs.stream().map(stage::variable).collect(Collectors.toUnmodifiableSet());
  }
}
