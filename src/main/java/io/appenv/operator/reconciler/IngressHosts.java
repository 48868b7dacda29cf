package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.AppEnvironmentStatus;
import io.appenv.operator.api.v1alpha1.EndpointsStatus;
import io.appenv.operator.api.v1alpha1.IngressSpec;
import io.appenv.operator.api.v1alpha1.NetworkSpec;
import io.appenv.operator.ingress.HostClaim;
import java.util.Optional;

/** The hosts that a stored environment wants and has. */
final class IngressHosts {

  private static final String BEHIND_SCHEME = "://";

  private IngressHosts() {}

  static HostClaim claim(AppEnvironment environment) {
    return claim(environment, served(environment));
  }

  static HostClaim claim(AppEnvironment environment, Optional<String> served) {
    var metadata = environment.getMetadata();
    return new HostClaim(
        Optional.ofNullable(metadata.getUid()).orElse(""),
        Optional.ofNullable(metadata.getCreationTimestamp()).orElse(""),
        wanted(environment),
        served);
  }

  static Optional<String> wanted(AppEnvironment environment) {
    return Optional.ofNullable(environment.getSpec())
        .map(AppEnvironmentSpec::network)
        .map(NetworkSpec::ingress)
        .map(IngressSpec::host);
  }

  private static Optional<String> served(AppEnvironment environment) {
    return Optional.ofNullable(environment.getStatus())
        .map(AppEnvironmentStatus::endpoints)
        .map(EndpointsStatus::api)
        .map(api -> api.substring(api.indexOf(BEHIND_SCHEME) + BEHIND_SCHEME.length()));
  }
}
