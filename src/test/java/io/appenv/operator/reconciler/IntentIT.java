package io.appenv.operator.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.appenv.operator.api.v1alpha1.ResourceStatus;
import io.appenv.operator.sandbox.Sandbox;
import io.appenv.operator.sandbox.WithOperator;
import io.appenv.operator.sandbox.wire.Fault;
import io.appenv.operator.testing.EnvironmentUnderTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What is about to be created is written down before AWS is asked for it. */
@WithOperator
class IntentIT {

  @Test
  void theInventoryListsWhatTheFirstCallIsAboutToMake(Sandbox sandbox) {
    var environment = EnvironmentUnderTest.inNewNamespace(sandbox.admin(), "production");
    List<ResourceStatus> listed = new CopyOnWriteArrayList<>();
    try (var _ =
        sandbox
            .wires()
            .faults()
            .once(
                call ->
                    call.operation().equals("CreateDBInstance")
                        && call.target().contains(environment.awsPrefix()),
                new Fault.Before(() -> listed.addAll(environment.status().inventory())))) {
      environment.apply("{}");
      environment.awaitReady();
    }
    assertThat(listed)
        .filteredOn(row -> row.kind().equals("DBInstance"))
        .singleElement()
        .satisfies(row -> assertThat(row.state()).isEqualTo("Intended"));
    environment.delete();
    environment.awaitGone();
  }
}
