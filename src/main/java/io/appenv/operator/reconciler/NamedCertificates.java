package io.appenv.operator.reconciler;

import io.appenv.operator.api.v1alpha1.AppEnvironment;
import io.appenv.operator.api.v1alpha1.AppEnvironmentSpec;
import io.appenv.operator.api.v1alpha1.CertificateSpec;
import io.appenv.operator.api.v1alpha1.IngressSpec;
import io.appenv.operator.api.v1alpha1.NetworkSpec;
import io.appenv.operator.model.CertificateQuestions;
import io.appenv.operator.model.ResourceKind;
import io.appenv.operator.status.InventoryRecord;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an environment wants to know of certificates: of the one that its spec names, as far as its
 * region can have it, and of those for the hosts that it asks for one for, or has asked before.
 */
final class NamedCertificates {

  private NamedCertificates() {}

  static CertificateQuestions of(AppEnvironment environment) {
    return Regions.of(environment)
        .map(region -> new CertificateQuestions(arns(environment, region), hosts(environment)))
        .orElseGet(CertificateQuestions::none);
  }

  private static Set<String> arns(AppEnvironment environment, String region) {
    return ingress(environment)
        .filter(_ -> !environment.isMarkedForDeletion())
        .flatMap(ingress -> arn(ingress))
        .filter(arn -> arn.contains(":acm:" + region + ":"))
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, String> hosts(AppEnvironment environment) {
    var zone = ingress(environment).flatMap(NamedCertificates::zone).orElse("");
    var hosts = new TreeMap<String, String>();
    InventoryRecord.refs(environment.getStatus()).stream()
        .filter(ref -> ref.kind() == ResourceKind.CERTIFICATE)
        .forEach(ref -> hosts.put(ref.name(), zone));
    ingress(environment)
        .filter(ingress -> arn(ingress).isEmpty())
        .flatMap(ingress -> Optional.ofNullable(ingress.host()))
        .ifPresent(host -> hosts.put(host, zone));
    return hosts;
  }

  private static Optional<IngressSpec> ingress(AppEnvironment environment) {
    return Optional.ofNullable(environment.getSpec())
        .map(AppEnvironmentSpec::network)
        .map(NetworkSpec::ingress);
  }

  private static Optional<String> arn(IngressSpec ingress) {
    return Optional.ofNullable(ingress.certificate()).map(CertificateSpec::arn);
  }

  private static Optional<String> zone(IngressSpec ingress) {
    return Optional.ofNullable(ingress.certificate()).map(CertificateSpec::hostedZoneId);
  }
}
