package io.appenv.operator.ingress;

import io.appenv.operator.model.Blueprint;
import io.appenv.operator.model.DesiredIngress;
import io.appenv.operator.model.DesiredTier;
import io.appenv.operator.model.Routing;
import io.appenv.operator.workload.Labels;
import io.appenv.operator.workload.Metadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRuleBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The way into an environment from outside of the cluster. */
public final class EnvironmentIngress {

  private EnvironmentIngress() {}

  /** Empty where there shall be none, and where what is there stays. */
  public static Optional<Ingress> build(Blueprint blueprint) {
    return blueprint
        .desired()
        .ingress()
        .flatMap(
            ingress ->
                switch (blueprint.routing()) {
                  case Routing.Closed _, Routing.Kept _ -> Optional.empty();
                  case Routing.Plain _ -> Optional.of(ingress(blueprint, ingress, null));
                  case Routing.Balanced balanced ->
                      Optional.of(balanced(blueprint, ingress, balanced));
                });
  }

  /** The host that an Ingress of ours serves. */
  public static Optional<String> host(Ingress ingress) {
    return ingress.getSpec().getRules().stream()
        .flatMap(rule -> Optional.ofNullable(rule.getHost()).stream())
        .findFirst();
  }

  /** ARN of the certificate that it names. */
  public static Optional<String> certificate(Ingress ingress) {
    return Optional.ofNullable(ingress.getMetadata().getAnnotations())
        .flatMap(said -> Optional.ofNullable(said.get(BalancerAnnotations.CERTIFICATE)));
  }

  /** Where its controller says that it is reached. */
  public static Optional<String> address(Ingress ingress) {
    return Optional.ofNullable(ingress.getStatus())
        .flatMap(status -> Optional.ofNullable(status.getLoadBalancer()))
        .stream()
        .flatMap(balancer -> balancer.getIngress().stream())
        .flatMap(
            point ->
                Optional.ofNullable(point.getHostname())
                    .or(() -> Optional.ofNullable(point.getIp()))
                    .stream())
        .findFirst();
  }

  private static Ingress balanced(
      Blueprint blueprint, DesiredIngress ingress, Routing.Balanced routing) {
    var made = ingress(blueprint, ingress, routing.ingressClass());
    ingress
        .balancer()
        .map(
            balancer ->
                BalancerAnnotations.of(
                    blueprint.desired().environment(), ingress, balancer, routing))
        .ifPresent(said -> made.getMetadata().getAnnotations().putAll(said));
    return made;
  }

  private static Ingress ingress(
      Blueprint blueprint, DesiredIngress ingress, @Nullable String ingressClass) {
    return new IngressBuilder()
        .withMetadata(metadata(blueprint, ingress))
        .withNewSpec()
        .withIngressClassName(ingressClass)
        .withRules(rule(blueprint, ingress))
        .endSpec()
        .build();
  }

  private static ObjectMeta metadata(Blueprint blueprint, DesiredIngress ingress) {
    var environment = Metadata.environment(blueprint);
    var metadata = Metadata.named(blueprint, environment, Labels.ingress(environment));
    metadata.setAnnotations(
        new TreeMap<>(Map.of(IngressMemory.ANNOTATION, IngressMemory.of(ingress))));
    return metadata;
  }

  private static IngressRule rule(Blueprint blueprint, DesiredIngress ingress) {
    var path =
        new HTTPIngressPathBuilder()
            .withPath("/")
            .withPathType("Prefix")
            .withNewBackend()
            .withNewService()
            .withName(service(blueprint, ingress))
            .withNewPort()
            .withNumber(ingress.port())
            .endPort()
            .endService()
            .endBackend()
            .build();
    return new IngressRuleBuilder()
        .withHost(ingress.host())
        .withNewHttp()
        .withPaths(path)
        .endHttp()
        .build();
  }

  private static String service(Blueprint blueprint, DesiredIngress ingress) {
    return blueprint.desired().tiers().stream()
        .filter(tier -> tier.name().equals(ingress.tier()))
        .map(DesiredTier::resourceName)
        .findFirst()
        .orElseThrow();
  }
}
