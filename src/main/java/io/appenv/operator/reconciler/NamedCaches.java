package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AdoptCacheSpec;
import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.CacheSpec;
import io.appenv.operator.model.OwnNames;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.model.ResourceRef;
import io.appenv.operator.status.InventoryRecord;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The caches that an environment is concerned with by name: the one its spec adopts, and those it
 * is known to have, which it does not lose sight of when the spec names them no more. Those that
 * may be ours are listed without being named.
 */
final class NamedCaches {

  private NamedCaches() {}

  static Set<String> of(AppEnvironment environment) {
    return Stream.concat(adopted(environment).stream(), known(environment))
        .filter(name -> !OwnNames.mayBeOurs(name))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<String> adopted(AppEnvironment environment) {
    return Optional.ofNullable(environment.getSpec())
        .map(AppEnvironmentSpec::cache)
        .map(CacheSpec::adopt)
        .map(AdoptCacheSpec::identifier);
  }

  private static Stream<String> known(AppEnvironment environment) {
    return InventoryRecord.read(environment.getStatus()).established().stream()
        .filter(ref -> ref.kind() == ResourceKind.REPLICATION_GROUP)
        .map(ResourceRef::name);
  }
}
