package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.testing.EnvironmentUnderTest;
import io.appenv.operator.testing.OverrideUnderTest;
import org.junit.jupiter.api.Test;

/** More pods than the database has connections for are told, and nothing stops working. */
@WithOperator
class SizingIT {

  @Test
  void moreThanTheDatabaseTakesIsToldWhileEverythingIsReady(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.ofOverlay(sandbox.admin(), "production");
    environment.awaitReady();
    assertThat(environment.condition("WorkloadsReady").orElseThrow().getReason())
        .isEqualTo("Available");
    var since = environment.condition("Ready").orElseThrow().getLastTransitionTime();

    environment.patchJson(
        """
        - {op: add, path: /spec/tiers/1/databaseConnections, value: 60}
        """);
    var told = environment.awaitReason("WorkloadsReady", "ConnectionsShort");
    assertThat(told.getStatus()).isEqualTo("True");
    assertThat(told.getMessage())
        .contains("480 connections", "db.t3.medium", "databaseConnections");
    environment.awaitEvent("ConnectionsShort");

    environment.patchJson(
        """
        - {op: replace, path: /spec/tiers/1/databaseConnections, value: 40}
        """);
    environment.awaitReason("WorkloadsReady", "Available");
    var sale = OverrideUnderTest.now(environment, "sale", "tiers: [{name: backend, max: 20}]");
    environment.awaitReason("WorkloadsReady", "ConnectionsShort");
    sale.delete();
    environment.awaitReason("WorkloadsReady", "Available");

    assertThat(environment.condition("Ready").orElseThrow().getLastTransitionTime())
        .as("Ready never turned")
        .isEqualTo(since);
    environment.delete();
    environment.awaitGone();
  }
}
