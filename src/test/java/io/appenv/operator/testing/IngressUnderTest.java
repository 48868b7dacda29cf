package io.appenv.operator.testing;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** The Ingress of an environment, handled as its controller handles it. */
public final class IngressUnderTest {

  /** Of the annotations of the AWS Load Balancer Controller. */
  public static final String PREFIX = "alb.ingress.kubernetes.io/";

  /** As the controller puts it on what it has to clean up after. */
  private static final String FINALIZER = "ingress.k8s.aws/resources";

  private final EnvironmentUnderTest environment;

  public IngressUnderTest(EnvironmentUnderTest environment) {
    this.environment = environment;
  }

  public Resource<Ingress> resource() {
    return environment
        .client()
        .network()
        .v1()
        .ingresses()
        .inNamespace(environment.namespace())
        .withName(environment.name());
  }

  public Optional<Ingress> find() {
    return Optional.ofNullable(resource().get());
  }

  public Ingress get() {
    return resource().require();
  }

  public String host() {
    return get().getSpec().getRules().getFirst().getHost();
  }

  /** Those of the controller, without the beginning of their names. */
  public Map<String, String> annotations() {
    return get().getMetadata().getAnnotations().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(PREFIX))
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().substring(PREFIX.length()), Map.Entry::getValue));
  }

  /** The load balancer is there. */
  public void serveAt(String hostname) {
    Edits.editStatus(
        resource(),
        it ->
            new IngressBuilder(it)
                .withNewStatus()
                .withNewLoadBalancer()
                .addNewIngress()
                .withHostname(hostname)
                .endIngress()
                .endLoadBalancer()
                .endStatus()
                .build());
  }

  /** Keeps it from going before its load balancer has. */
  public void hold() {
    finalizers(List.of(FINALIZER));
  }

  public void letGo() {
    finalizers(List.of());
  }

  private void finalizers(List<String> finalizers) {
    Edits.edit(
        resource(),
        it -> {
          it.getMetadata().setFinalizers(finalizers);
          return it;
        });
  }

  public void awaitGone() {
    Awaitility.await("the end of the Ingress")
        .atMost(EnvironmentUnderTest.PATIENCE)
        .until(() -> find().isEmpty());
  }

  /** The value of API_ENDPOINT in the pods of a Deployment; empty where they have none. */
  public String endpointToldTo(String deployment) {
    return environment
        .client()
        .apps()
        .deployments()
        .inNamespace(environment.namespace())
        .withName(deployment)
        .require()
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .getEnv()
        .stream()
        .filter(variable -> variable.getName().startsWith("API_ENDPOINT"))
        .map(variable -> variable.getValue())
        .findFirst()
        .orElse("");
  }
}
