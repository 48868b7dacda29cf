package io.appenv.operator.testing;

import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;

/** The controllers of Ingresses that the cluster of a test says to have. */
public final class TestIngressClasses implements AutoCloseable {

  private static final String USUAL = "ingressclass.kubernetes.io/is-default-class";

  private final KubernetesClient client;

  public TestIngressClasses(KubernetesClient client) {
    this.client = client;
  }

  /** As the AWS Load Balancer Controller's Helm chart makes it. */
  public TestIngressClasses withBalancer() {
    make("alb", "ingress.k8s.aws/alb", Map.of());
    return this;
  }

  /** One that Ingresses get that name none. */
  public TestIngressClasses withUsual() {
    make("nginx", "k8s.io/ingress-nginx", Map.of(USUAL, "true"));
    return this;
  }

  private void make(String name, String controller, Map<String, String> annotations) {
    client
        .resource(
            new IngressClassBuilder()
                .withNewMetadata()
                .withName(name)
                .withAnnotations(annotations)
                .endMetadata()
                .withNewSpec()
                .withController(controller)
                .endSpec()
                .build())
        .serverSideApply();
  }

  @Override
  public void close() {
    client.network().v1().ingressClasses().delete();
  }
}
