package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.CertificateSpec;
import io.appenv.operator.api.v1alpha1.IngressSpec;
import io.appenv.operator.api.v1alpha1.NetworkSpec;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The certificates that an environment names, by ARN, as far as its region can have them. */
final class NamedCertificates {

  private NamedCertificates() {}

  static Set<String> of(AppEnvironment environment) {
    return Regions.of(environment).stream()
        .flatMap(region -> named(environment).filter(arn -> isOf(region, arn)).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<String> named(AppEnvironment environment) {
    return Optional.ofNullable(environment.getSpec())
        .filter(_ -> !environment.isMarkedForDeletion())
        .map(AppEnvironmentSpec::network)
        .map(NetworkSpec::ingress)
        .map(IngressSpec::certificate)
        .map(CertificateSpec::arn);
  }

  private static boolean isOf(String region, String arn) {
    return arn.contains(":acm:" + region + ":");
  }
}
