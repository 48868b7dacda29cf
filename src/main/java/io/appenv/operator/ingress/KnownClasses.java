package io.appenv.operator.ingress;

import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The controllers of Ingresses that a cluster has.
 *
 * @param balancer name of the class of the AWS Load Balancer Controller
 * @param hasUsual whether an Ingress that names no class is given one
 */
public record KnownClasses(Optional<String> balancer, boolean hasUsual) {

  private static final String CONTROLLER = "ingress.k8s.aws/alb";
  private static final String CUSTOMARY = "alb";
  private static final String USUAL = "ingressclass.kubernetes.io/is-default-class";

  public static KnownClasses of(List<IngressClass> classes) {
    return new KnownClasses(
        classes.stream()
            .filter(it -> CONTROLLER.equals(it.getSpec().getController()))
            .map(it -> it.getMetadata().getName())
            .min(
                Comparator.comparing((String name) -> !CUSTOMARY.equals(name))
                    .thenComparing(Comparator.naturalOrder())),
        classes.stream().anyMatch(KnownClasses::isUsual));
  }

  private static boolean isUsual(IngressClass ingressClass) {
    return Optional.ofNullable(ingressClass.getMetadata().getAnnotations())
        .map(annotations -> annotations.get(USUAL))
        .map(Boolean::parseBoolean)
        .orElse(false);
  }
}
