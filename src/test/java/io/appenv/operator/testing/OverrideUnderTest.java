package io.appenv.operator.testing;

import io.appenv.operator.api.v1alpha1.OverridePhase;
import io.appenv.operator.api.v1alpha1.Readiness;
import io.appenv.operator.api.v1alpha1.ScaleOverride;
import io.appenv.operator.api.v1alpha1.ScaleOverrideStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One override of an environment, by the real clock. */
public final class OverrideUnderTest {

  private static final Duration POLL = Duration.ofMillis(100);

  private final KubernetesClient client;
  private final String namespace;
  private final String name;

  private OverrideUnderTest(KubernetesClient client, String namespace, String name) {
    this.client = client;
    this.namespace = namespace;
    this.name = name;
  }

  /** One that has begun a minute ago and lasts for an hour. */
  public static OverrideUnderTest now(
      EnvironmentUnderTest environment, String name, String wishes) {
    var now = Instant.now();
    return create(
        environment, name, now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofHours(1)), wishes);
  }

  /**
   * @param wishes what else its spec has, in YAML
   */
  public static OverrideUnderTest create(
      EnvironmentUnderTest environment, String name, Instant start, Instant end, String wishes) {
    var override =
        Serialization.unmarshal(
            """
            apiVersion: appenv.io/v1alpha1
            kind: ScaleOverride
            metadata: {name: %s, namespace: %s}
            spec:
              environment: %s
              reason: Campaign
              requestedBy: aiko@example.com
              start: "%s"
              end: "%s"
            %s
            """
                .formatted(
                    name,
                    environment.namespace(),
                    environment.name(),
                    start.truncatedTo(ChronoUnit.SECONDS),
                    end.truncatedTo(ChronoUnit.SECONDS),
                    wishes.indent(2)),
            ScaleOverride.class);
    environment.client().resource(override).create();
    return new OverrideUnderTest(environment.client(), environment.namespace(), name);
  }

  private Resource<ScaleOverride> resource() {
    return client.resources(ScaleOverride.class).inNamespace(namespace).withName(name);
  }

  /** As {@code kubectl delete} does. */
  public void delete() {
    resource().delete();
  }

  public ScaleOverrideStatus awaitPhase(OverridePhase phase) {
    return await(phase + " of " + name, it -> it.phase() == phase);
  }

  public ScaleOverrideStatus awaitReadiness(Readiness readiness) {
    return await(readiness + " of " + name, it -> it.readiness() == readiness);
  }

  /** Waits for whatever is true of the stored status, and tells it when it never is. */
  public ScaleOverrideStatus await(String what, Predicate<ScaleOverrideStatus> condition) {
    try {
      return Awaitility.await(what)
          .atMost(EnvironmentUnderTest.PATIENCE)
          .pollInterval(POLL)
          .until(() -> status().filter(condition), Optional::isPresent)
          .orElseThrow();
    } catch (ConditionTimeoutException timeout) {
      throw new AssertionError("Waited in vain for %s: %s".formatted(what, status()), timeout);
    }
  }

  private Optional<ScaleOverrideStatus> status() {
    return Optional.ofNullable(resource().require().getStatus());
  }
}
