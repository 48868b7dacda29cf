package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An object of the cluster that bears a name the environment needs, and is somebody else's. */
@WithOperator
class NameTakenIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        apiVersion: v1
        kind: Service
        metadata: {name: development-frontend, labels: {team: x}}
        spec: {ports: [{port: 1234}]}
        """,
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: development-frontend, labels: {team: x}}
        """,
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: development-database, labels: {team: x}}
        stringData: {DATABASE_URL: "of somebody else"}
        """,
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: development-database-credentials, labels: {team: x}}
        stringData: {password: "of somebody else"}
        """,
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: development-frontend, labels: {team: x}}
        spec: {podSelector: {matchLabels: {of: somebody-else}}}
        """,
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: development-frontend, labels: {team: x}}
        spec:
          replicas: 0
          selector: {matchLabels: {of: somebody-else}}
          template:
            metadata: {labels: {of: somebody-else}}
            spec: {containers: [{name: other, image: "registry.example.com/other:1"}]}
        """
      })
  void itIsLeftAloneAndTold(String manifest, Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "development");
    HasMetadata foreign = Serialization.unmarshal(manifest);
    foreign.getMetadata().setNamespace(environment.namespace());
    var made = environment.client().resource(foreign).create();
    environment.apply("{}");

    var told = environment.awaitReason("Ready", "NameTaken");
    assertThat(told.getStatus()).isEqualTo("False");
    assertThat(told.getMessage())
        .contains(made.getMetadata().getName())
        .contains("delete it")
        .doesNotContain("of somebody else");
    var now = environment.client().resource(made).get();
    // Its own controller writes its status; nobody else wrote anything.
    assertThat(now.getMetadata().getGeneration()).isEqualTo(made.getMetadata().getGeneration());
    assertThat(now.getMetadata().getLabels()).isEqualTo(made.getMetadata().getLabels());
    assertThat(now.getMetadata().getOwnerReferences()).isEmpty();
    assertThat(now.getMetadata().getManagedFields())
        .noneMatch(entry -> entry.getManager().equals("appenv-operator"));

    environment.client().resource(made).delete();
    environment.awaitReady();
    environment.delete();
    environment.awaitGone();
  }
}
